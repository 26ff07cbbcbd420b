import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const step = (answers: ReturnType<typeof starterAnswers>, changes: Changes = {}) => planFrom(changed(answers, changes)).runbook.find(({ id }) => id === "step.user-clusters");

test("each thing names the datacenters in which it shows", () => {
  const hall = step(starterAnswers("kubevirt-on-bare-metal"));
  expect(hall?.text).toContain("hall-vms: from one of its machines `nc -vz` reaches each TCP row of the firewall table that begins at the workers. hall-vms: a Service of type LoadBalancer answers through its load balancer");
  expect(hall?.commands[0]).toBe('export KUBECONFIG="$PWD"/seed/kubeconfig');
});

test("a way that somebody has chosen for the pools is looked at, and a driver that KKP does not bring", () => {
  expect(step(starterAnswers("aws-single-region"))?.text).toContain("node pools of user clusters leave “Assign Public IP” unticked");
  expect(step(installationAnswers("anexia-engine"))?.text).toContain("once your storage driver is installed there");
  expect(step(installationAnswers("factory-on-tinkerbell"))?.text).toContain("a second user cluster is created and removed without a trace");
});

test("where everything shows before there is no step", () => expect(step(starterAnswers("reference-setup"))).toBeUndefined());

test("it waits for the way of the pools", () => {
  const answers = starterAnswers("aws-single-region");
  const [datacenter = ""] = answers.subjects.datacenter;
  expect(step(answers, { [`network.datacenters.${datacenter}.seenAs`]: undefined })).toBeUndefined();
});
