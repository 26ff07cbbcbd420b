import { describe, expect, test } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { ringsOf, usedTooEarly } from "../support/used-items.ts";

const plans = [...goldenAnswers()].map(([name, answers]) => [name, planFrom(answers)] as const);

describe("what a proof takes in hand is there before", () => {
  test.each(plans)("%s", (_name, plan) => {
    expect(usedTooEarly(plan)).toEqual([]);
  });
});

test.each(plans)("%s: no item waits for itself", (_name, plan) => {
  expect(ringsOf(plan)).toEqual([]);
});

test("a proof that is made too early is found", () => {
  const [, plan] = plans[0] ?? [];
  const early = { ...plan, checklist: plan?.checklist.map((item) => ({ ...item, dependsOn: [], shownWith: [] })) } as NonNullable<typeof plan>;
  expect(usedTooEarly(early).length).toBeGreaterThan(5);
});
