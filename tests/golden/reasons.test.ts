import { expect, test } from "vitest";
import { goldenAnswers } from "../support/golden-plans.ts";
import { reasonLines } from "../support/reason-lines.ts";

test("every way in which a golden plan gives a reason, once", async () => {
  await expect(reasonLines(goldenAnswers().values()).join("\n")).toMatchFileSnapshot("reasons.txt");
});
