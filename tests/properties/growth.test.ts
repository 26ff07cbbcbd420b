import { describe, expect, it } from "vitest";
import { largeAnswers } from "../../bench/large-answers.ts";
import { planFrom } from "../../src/engine/index.ts";

/** How many answers and other cells each rule reads for a plan with so many Seeds. */
function readsOf(seeds: number): ReadonlyMap<string, number> {
  const reads = new Map<string, number>();
  for (const { rule, answers, via } of planFrom(largeAnswers(seeds)).cells.values()) reads.set(rule, (reads.get(rule) ?? 0) + answers.length + via.length);
  return reads;
}

describe("work of a plan", () => {
  it("grows linearly: the same number of further Seeds has every rule read no more than the time before", () => {
    const [few, more, most] = [readsOf(6), readsOf(12), readsOf(18)] as const;
    const steeper = [...most].flatMap(([rule, reads]) => {
      const [first, second] = [few.get(rule) ?? 0, more.get(rule) ?? 0];
      return reads - second > second - first ? [`${rule}: ${first}, ${second}, ${reads}`] : [];
    });
    expect(steeper).toEqual([]);
  });
});
