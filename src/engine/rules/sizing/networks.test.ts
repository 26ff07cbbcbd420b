import { expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed } from "../../testing/reference.ts";

const limits = (starter: string, changes = {}) => planFrom(changed(starterAnswers(starter), changes)).sizing.ceilings.filter(({ id }) => id.startsWith("ceiling.network["));

// 10.60.8.0/21 has 2,048 addresses, 10.90.16.0/20 has 4,096.
test.each([
  ["azure-keycloak", 2_048 - 5, "and the 5 addresses that Azure keeps in each subnet are off the limit."],
  ["aws-single-region", 4_096 - 5, "and the 5 addresses that AWS keeps in each subnet are off the limit."],
])("%s: what a cloud keeps in each subnet is counted off", (starter, limit, words) => {
  const [ceiling] = limits(starter);
  expect(ceiling?.limit).toBe(limit);
  expect(ceiling?.why).toContain(words);
  expect(ceiling?.why).not.toContain("may be missing");
});

test("elsewhere only the ends are off, and the reason says that more may be missing", () => {
  // 10.71.0.0/22 and 10.72.0.0/22 have 1,024 addresses each.
  const ceilings = limits("openstack-two-tenants");
  expect(ceilings.map(({ limit }) => limit)).toEqual([1_022, 1_022]);
  for (const { why } of ceilings) expect(why).toContain("its network and broadcast address are off the limit. What the infrastructure keeps for itself beside them is not");
});
