import { expect, test } from "vitest";
import { installationAnswers } from "../../../../tests/support/golden-plans.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const item = (answers: ReturnType<typeof starterAnswers>, id: string, changes: Changes = {}) => planFrom(changed(answers, changes)).checklist.find((each) => each.id === `todo.${id}`);
const vms = installationAnswers("kubevirt-in-kubevirt");

test("control planes that somebody makes on KubeVirt have their figures, and workers make themselves", () => {
  const row = item(vms, "hand-made[seed]");
  expect(row).toMatchObject({ title: "3 control planes of seed on KubeVirt handed over, with Rocky Linux 9", team: "infrastructure" });
  expect(row?.verify).toMatch(/^Somebody is named .* no two control planes on one host; each control plane has 4 vCPU, 16 GiB of memory and a root disk of 50 GB, as `lscpu`/);
  expect(item(vms, "spread[seed]")?.shownWith).toContain("todo.hand-made[seed]");
  expect(item(vms, "account.ssh-key[seed]")?.dependsOn).toContain("todo.hand-made[seed]");
});

test("KubeOne makes them itself where it makes their front", () => expect(item(vms, "hand-made[seed]", { "project.release": "2.31", "loadBalancer.clusters.seed.apiEndpoint": "provider" })).toBeUndefined());

test("listed machines of bare metal are all among them", () => {
  const row = item(starterAnswers("kubevirt-on-bare-metal"), "hand-made[seed]");
  expect(row?.title).toMatch(/^3 control planes and \d+ workers of seed on Bare metal handed over, with /);
  expect(row?.verify).toContain("and each worker ");
});

test("Terraform makes them elsewhere", () => expect(item(starterAnswers("reference-setup"), "hand-made[seed]")).toBeUndefined());
