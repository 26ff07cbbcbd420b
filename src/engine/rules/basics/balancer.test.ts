import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { isAsked } from "../../answers/answers.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const OWN = { "loadBalancer.entry": "own", "loadBalancer.gatewayName": "shared", "loadBalancer.gatewayNamespace": "gateways", "loadBalancer.gatewayAddress": "10.32.9.9" };
const UPGRADE = { "project.upgradeFrom": "2.30", "project.oldestKubernetes": "1.33" };
const SHARED = { "infrastructure.clusters.master.role": "master-and-seed" };

/** The master stands apart from three Seeds, and announces its addresses by BGP. */
const answersWith = (changes: Changes) => changed(starterAnswers("telco-cilium-bgp"), changes);

describe("what gives Services of the master their addresses", () => {
  test.each<[string, Changes, boolean]>([
    ["with the entry of the release", {}, true],
    ["apart, with a Gateway of the customer", OWN, false],
    ["with a Gateway of the customer, and user clusters", { ...OWN, ...SHARED }, true],
    ["apart, with NGINX that an upgrade takes away for a Gateway of the customer", { ...OWN, ...UPGRADE, "loadBalancer.entryBefore": "nginx" }, true],
    ["apart, with a Gateway of the customer before and after an upgrade", { ...OWN, ...UPGRADE, "loadBalancer.entryBefore": "own" }, false],
  ])("%s, is asked: %s", (_name, changes, asked) => {
    expect(isAsked(loadBalancer.cluster.kind, answersWith(changes), "master")).toBe(asked);
  });

  test("comes nowhere in a plan that needs it not, whether it was answered before or not", () => {
    const [kept, gone] = [planFrom(answersWith(OWN)), planFrom(answersWith({ ...OWN, "loadBalancer.clusters.master.kind": undefined }))];
    for (const plan of [kept, gone]) {
      expect(plan.addresses.pools.map(({ cluster }) => cluster)).not.toContain("master");
      expect(plan.decisions.map(({ id }) => id)).not.toContain("decision.load-balancer[master]");
      expect([...plan.runbook, ...plan.checklist].map(({ id }) => id).filter((id) => /load-balancer\[master\]|pool\[master\]/.test(id))).toEqual([]);
      expect(plan.firewall.flows.filter(({ id }) => /^flow\.(B1|B2|F1|F2).*\[master/.test(id))).toEqual([]);
      expect(plan.openPoints.filter(({ path }) => path.startsWith("loadBalancer.clusters.master."))).toEqual([]);
    }
    expect(gone.firewall).toEqual(kept.firewall);
    expect(planFrom(answersWith({})).addresses.pools.map(({ cluster }) => cluster)).toContain("master");
  });
});
