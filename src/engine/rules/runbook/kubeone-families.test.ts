import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";

const DUAL: Changes = { "project.release": "2.31", "project.upgradeFrom": "none", "network.ipFamily": "dual", "network.platformFamily": "dual" };
const textOf = ({ runbook }: ReturnType<typeof referencePlan>, step: string): string => runbook.find(({ id }) => id.startsWith(step))?.text ?? "";

const filesOf = ({ runbook }: ReturnType<typeof referencePlan>): readonly string[] => runbook.flatMap(({ files = [] }) => files).flatMap(({ lines }) => lines);

test("Terraform on vSphere is told of both families", () => {
  const both = textOf(referencePlan({ ...DUAL, "network.places.main.nodeNetwork6": "2001:db8:20::/64" }), "step.terraform");
  expect(filesOf(referencePlan(DUAL))).toContain('ip_family = "IPv4+IPv6"');
  expect(both).toContain("must lie in 2001:db8:20::/64");
  expect(filesOf(referencePlan()).join("\n")).not.toContain("ip_family");
});

test("the example of AWS for both families has no variable for the disk of workers, and gets it in its files", () => {
  const plan = planFrom(changed(starterAnswers("aws-single-region"), DUAL));
  expect(filesOf(plan).join("\n")).not.toContain("worker_volume_size");
  expect(textOf(plan, "step.terraform")).toContain("diskSize in kubeone_workers becomes 100.");
});

test("machines on AWS come from the example that has both families", () => {
  const text = (changes: Changes) => textOf(planFrom(changed(starterAnswers("aws-single-region"), changes)), "step.terraform");
  expect(text(DUAL)).toContain("examples/terraform/aws-dualstack from");
  expect(text({})).toContain("examples/terraform/aws from");
});

test("machines that are listed have an IPv6 address each", () => {
  const listed: Changes = { "infrastructure.clusters.seed.provider": "bring-your-own" };
  expect(textOf(referencePlan({ ...DUAL, ...listed }), "step.kubeone")).toContain("each with address, ipv6Addresses and SSH user");
  expect(textOf(referencePlan(listed), "step.kubeone")).toContain("each with address and SSH user");
});
