import { expect, test } from "vitest";
import { referencePlan } from "../../testing/reference.ts";

const UPGRADE = { "project.release": "2.31", "project.upgradeFrom": "2.30", "monitoring.userClusterMla": true, "monitoring.mla": true };

test("an upgrade brings no placeholder into the Seed that runs: its file comes from Git without secrets", () => {
  const step = referencePlan(UPGRADE).runbook.find(({ id }) => id === "step.user-cluster-mla[seed]");
  const at = step?.commands.indexOf("kubectl apply -f kubermatic.yaml -f seed/seed.yaml") ?? -1;
  expect(at).toBeGreaterThan(0);
  expect(step?.commands[at - 1]).toBe("if grep -nE '<[A-Za-z][^<>]*>' kubermatic.yaml seed/seed.yaml; [ $? -ne 1 ]; then echo 'Held up: fill in what is printed.' >&2; false; else");
});

test("a Preset is searched before it is entered", () => {
  const step = referencePlan().runbook.find(({ id }) => id === "step.presets");
  expect(step?.commands.slice(1, 4)).toEqual(["if grep -nE '<[A-Za-z][^<>]*>' presets.yaml; [ $? -ne 1 ]; then echo 'Held up: fill in what is printed.' >&2; false; else", "kubectl apply -f presets.yaml", "fi"]);
});
