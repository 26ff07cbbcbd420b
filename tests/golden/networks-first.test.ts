import { expect, test } from "vitest";
import { planFrom, type Plan } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";

/** A proof that is made on a machine of a network of the plan. */
const ON_MACHINES = /(?:from|on|at) (?:a|one|each|two)(?: test)? machines?\b|from (?:a|the) (?:node network|network of)|test machine|beside the workers/i;

/** Networks that somebody orders, or that tenants bring. */
const NETWORK = /^todo\.(?:node-network|worker-network|tenant)\[/;

/** Proofs that any machine of the infrastructure gives, or one whose network is the item itself or is there already. */
const ELSEWHERE = /^todo\.(?:node-network|worker-network|tenant|machines|saved-routine|kubevirt-|openstack-metadata|existing-cluster|vmware-cloud-director-network|platform-image|zone|kubelb-|root-clients|issuer-|image-terms|mirror-host|tools|workplace|external-hosts)/;

/** The rest of what Terraform's own network leaves to the runbook. */
const IN_MADE = /which Terraform makes|Terraform has made|same filter as the nodes/;

function reachesNetwork(plan: Plan, id: string): boolean {
  const items = new Map(plan.checklist.map((item) => [item.id, item]));
  const seen = new Set<string>();
  const look = (at: string): boolean => NETWORK.test(at) || (!seen.has(at) && (seen.add(at), (items.get(at)?.dependsOn ?? []).some(look)));
  return look(id);
}

test.each([...goldenAnswers()])("%s: what is proved on a machine comes after the network of that machine", (_name, answers) => {
  const plan = planFrom(answers);
  const ordered = plan.checklist.some(({ id, title }) => id.startsWith("todo.node-network[") && !title.includes("which Terraform makes"));
  const early = plan.checklist.filter(({ id, verify }) => ordered && ON_MACHINES.test(verify) && !ELSEWHERE.test(id) && !IN_MADE.test(verify) && !reachesNetwork(plan, id));
  expect(early.map(({ id, verify }) => `${id}: ${verify}`)).toEqual([]);
});
