import { expect, it } from "vitest";
import { planFrom } from "../../engine/index.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { scopeOf } from "../scope.ts";
import { plainText } from "../text/inlines.ts";
import { accounts } from "./accounts.ts";

it("prints a long list of permissions once, and names its account where another has the same", () => {
  const plan = planFrom(starterAnswers("telco-cilium-bgp"));
  const cells = accounts.build(scopeOf({ plan, planId: "0", format: 1 }))?.rows.map((row) => plainText(row.cells[1] ?? [])) ?? [];
  const machines = cells.filter((_cell, at) => plan.accounts[at]?.title === "vSphere user for machines");
  expect(machines.length).toBeGreaterThan(2);
  expect(machines.filter((cell) => cell.includes("VirtualMachine.Provisioning"))).toHaveLength(1);
  expect(machines.slice(1).every((cell) => cell.startsWith("The same permissions as vSphere user for machines, vSphere, "))).toBe(true);
});
