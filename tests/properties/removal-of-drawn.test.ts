import { expect, test } from "vitest";
import { givenAt, pathOf, questions } from "../../src/engine/index.ts";
import { aims, askedAbout, metBy } from "../support/aims.ts";
import { drawnRound, ROUNDS } from "./drawn-plans.ts";
import { faultsOf } from "./removed-answers.ts";

// Every answer to every question, where they are drawn for the first times: most plans share most of their answers.
test.each(Array.from({ length: ROUNDS }, (_round, at) => [at + 1, drawnRound(at)] as const))("no answer to any question is taken away in silence, round %i", (_round, plans) => {
  const missing = new Set(aims.map(({ id }) => id));
  const faults = plans.flatMap(({ answers }) => {
    const paths = questions.flatMap((question) =>
      askedAbout(question, answers).flatMap((subject) => {
        const path = pathOf(question, subject);
        const value = givenAt(answers, path);
        const fresh = value === undefined ? [] : metBy(question, value).filter((id) => missing.has(id));
        for (const id of fresh) missing.delete(id);
        return fresh.length > 0 ? [path] : [];
      }),
    );
    return paths.length === 0 ? [] : faultsOf(answers, paths);
  });
  expect(faults.join("\n")).toBe("");
  expect([...missing]).toEqual([]);
});
