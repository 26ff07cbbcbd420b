import { expect, test } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { planFrom, withAnswer, withOpen, type Answers } from "../../engine/index.ts";
import { scopeOf } from "../scope.ts";
import { plainText } from "../text/inlines.ts";
import { assumptions } from "./assumptions.ts";
import { openPoints } from "./open-points.ts";
import type { TableDefinition } from "./table.ts";

const PATH = "loadBalancer.exposeStrategy";
const rowOf = (table: TableDefinition, answers: Answers) =>
  table.build(scopeOf({ plan: planFrom(answers), planId: "0123456789ab", format: 1 }))?.rows.map(({ cells }) => cells.map(plainText)).find((cells) => cells.some((cell) => cell.startsWith("Expose strategy")));

test("an answer that somebody was asked for while a default stands in has its owner and day in both lists", () => {
  const asked = withOpen(starterAnswers("reference-setup"), PATH, { owner: "Petra", due: "2026-12-03" });
  expect(rowOf(openPoints, asked)?.slice(1)).toEqual(["Expose strategy", "Petra", "3 Dec 2026", "Nothing waits for it: meanwhile the plan assumes “NodePort”"]);
  expect(rowOf(assumptions, asked)?.slice(0, 2)).toEqual(["Expose strategy, asked of Petra by 3 Dec 2026", "NodePort"]);
});

test("an answer that nobody was asked for is an assumption alone", () => {
  const unanswered = withAnswer(starterAnswers("reference-setup"), PATH, undefined);
  expect(rowOf(openPoints, unanswered)).toBeUndefined();
  expect(rowOf(assumptions, unanswered)?.slice(0, 2)).toEqual(["Expose strategy", "NodePort"]);
});
