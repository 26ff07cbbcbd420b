import { expect, test } from "vitest";
import { goldenAnswers } from "../support/golden-plans.ts";
import { faultsOf } from "./removed-answers.ts";

test.each([...goldenAnswers()])("no answer of %s is taken away in silence", (_name, answers) => {
  expect(faultsOf(answers).join("\n")).toBe("");
});
