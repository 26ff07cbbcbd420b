import { describe, expect, test } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { differenceLines } from "../support/plan-lines.ts";
import { variationBase, variations, vary } from "./variations.ts";

const base = variationBase();
const basePlan = planFrom(base);

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, "-");

describe("variations of the reference setup: the complete difference, reviewed line by line", () => {
  test.each(variations.map((variation) => [variation.name, variation] as const))("%s", async (name, variation) => {
    const lines = differenceLines(basePlan, planFrom(vary(variation)));
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`variations/${slug(name)}.txt`);
  });

  test("changing nothing changes nothing", () => {
    expect(differenceLines(basePlan, planFrom(base))).toEqual([]);
  });
});
