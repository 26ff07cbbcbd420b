import { expect, test } from "vitest";
import { withAnswer } from "../../src/engine/index.ts";
import { goldenAnswers } from "../support/golden-plans.ts";
import { faultsOf } from "./removed-answers.ts";

test.each([...goldenAnswers()])("no answer of %s is taken away in silence", (_name, answers) => {
  expect(faultsOf(answers).join("\n")).toBe("");
});

/** Names of places, clusters and datacenters, which stand apart from their ids: people mostly call both the same, and then a name that an id replaces looks untouched. */
const NAMES = /^infrastructure\.(?:places|clusters|datacenters)\.([^.]+)\.name$/;

test.each([...goldenAnswers()])("no name of %s becomes an id", (_name, answers) => {
  const paths = Object.keys(answers.given).filter((path) => NAMES.test(path));
  const named = paths.reduce((given, path) => withAnswer(given, path, `named-${NAMES.exec(path)?.[1] ?? ""}`), answers);
  expect(faultsOf(named, paths).join("\n")).toBe("");
});
