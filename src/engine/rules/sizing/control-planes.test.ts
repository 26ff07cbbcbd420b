import { expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const OWN = { "infrastructure.planningValues": "own" };

test.each<[string, Changes, string]>([
  ["values of Groundplan", {}, "CPU, memory and speed of the disk are those of its medium class."],
  ["own values, these left as they are", OWN, "CPU, memory and speed of the disk are those of its medium class."],
  ["CPU alone", { ...OWN, "infrastructure.controlPlaneCpu": 8 }, "CPU is planned by you, memory and speed of the disk are those of its medium class."],
  ["memory alone", { ...OWN, "infrastructure.controlPlaneMemory": 32 }, "memory is planned by you, CPU and speed of the disk are those of its medium class."],
  ["both", { ...OWN, "infrastructure.controlPlaneCpu": 8, "infrastructure.controlPlaneMemory": 32 }, "CPU and memory are planned by you, the speed of the disk is that of its medium class."],
])("control planes say what of them was planned: %s", (_name, changes, end) => {
  const why = referencePlan(changes).sizing.controlPlanes[0]?.why ?? "";
  expect(why.slice(why.indexOf("; ") + 2)).toBe(end);
});
