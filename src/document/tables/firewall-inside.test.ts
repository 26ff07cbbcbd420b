import { expect, it } from "vitest";
import { planFrom } from "../../engine/index.ts";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { scopeOf } from "../scope.ts";
import { plainText } from "../text/inlines.ts";
import { firewallInside } from "./firewall-inside.ts";

it("says once what clusters do alike, and names all of them", () => {
  const plan = planFrom(starterAnswers("telco-cilium-bgp"));
  const rows = firewallInside.build(scopeOf({ plan, planId: "0", format: 1 }))?.rows.map(({ cells }) => cells.map((cell) => plainText(cell))) ?? [];
  expect(rows.length).toBeLessThan(plan.firewall.inside.length / 2);
  expect(rows.filter(([component]) => component === "etcd").map(([, clusters]) => clusters)).toEqual(["master, seed-north, seed-middle, seed-south"]);
  const counted = rows.reduce((sum, [, clusters = ""]) => sum + clusters.split(", ").length, 0);
  expect(counted).toBe(plan.firewall.inside.length);
});
