import { expect, test } from "vitest";
import { referencePlan } from "../../testing/reference.ts";

const UPGRADE = { "project.release": "2.31", "project.upgradeFrom": "2.30", "monitoring.userClusterMla": true, "monitoring.mla": true };

test("an upgrade brings no placeholder into the Seed that runs: its file comes from Git without secrets", () => {
  const step = referencePlan(UPGRADE).runbook.find(({ id }) => id === "step.user-cluster-mla[seed]");
  const at = step?.commands.indexOf("kubectl apply -f kubermatic.yaml -f seed/seed.yaml") ?? -1;
  expect(at).toBeGreaterThan(0);
  expect(step?.commands[at - 1]).toBe("! grep -nE '<[A-Za-z][^<>]*>' seed/seed.yaml");
});

test("a Preset is searched before it is entered", () => {
  const step = referencePlan().runbook.find(({ id }) => id === "step.presets");
  expect(step?.commands.slice(1, 3)).toEqual(["! grep -nE '<[A-Za-z][^<>]*>' presets.yaml", "kubectl apply -f presets.yaml"]);
});
