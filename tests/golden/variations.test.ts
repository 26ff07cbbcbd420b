import { describe, expect, test } from "vitest";
import { planFrom, withAnswer, type Answers } from "../../src/engine/index.ts";
import { differenceLines } from "../support/plan-lines.ts";
import { installationAnswers } from "../support/golden-plans.ts";
import { variations, type Variation } from "./variations.ts";

const base = installationAnswers("setup-checklist");
const basePlan = planFrom(base);

const vary = ({ changes }: Variation): Answers =>
  Object.entries(changes).reduce((answers, [path, value]) => withAnswer(answers, path, value), base);

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
