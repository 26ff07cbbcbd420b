import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import type { Answers } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";

test("workers dial the block of a Seed; that of a master alone holds the entry, which no worker of a user cluster calls", () => {
  const { ranges } = planFrom(starterAnswers("telco-cilium-bgp")).addresses;
  const why = (id: string) => ranges.find((range) => range.id === id)?.why;
  expect(why("range.pool[master]")).toBe("Cilium with BGP announces addresses of it for master; browsers of users, and whatever checks a login, dial the platform entry there.");
  expect(why("range.pool[seed-north]")).toBe("Cilium with BGP announces addresses of it for seed-north; users dial them, and so do workers of user clusters for their control plane.");
});

test("a block that nobody has stated is an open point, also of a cluster of which little else is known", () => {
  const bare: Answers = { subjects: { place: [], cluster: ["seed"], datacenter: [] }, given: { "loadBalancer.clusters.seed.kind": "metallb-bgp" }, open: {} };
  expect(planFrom(bare).openPoints.map(({ path }) => path)).toContain("loadBalancer.clusters.seed.pool");
});
