import { describe, expect, test } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { installationAnswers, installationNames } from "../support/golden-plans.ts";
import { markdownOf } from "../support/markdown-of.ts";
import { planLines } from "../support/plan-lines.ts";
import { workLines } from "../support/work-lines.ts";

/** An upgrade whose whole document is reviewed: its chapters tell what stays from what is asked for. */
const READ_WHOLE = "existing-clusters";

describe("installations on systems that no starter plan uses, reviewed as text", () => {
  test.each(installationNames)("%s", async (name) => {
    const plan = planFrom(installationAnswers(name));
    expect(plan.findings.filter(({ severity, id }) => severity === "blocker" || id.endsWith("could-not-run")).map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
    await expect(`${planLines(plan).join("\n")}\n`).toMatchFileSnapshot(`installations/${name}.txt`);
    await expect(workLines(plan).join("\n")).toMatchFileSnapshot(`installations/${name}.work.txt`);
    if (name === READ_WHOLE) await expect(await markdownOf(installationAnswers(name))).toMatchFileSnapshot(`installations/${name}.md`);
  });
});
