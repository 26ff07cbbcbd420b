import { expect, it } from "vitest";
import { NO_ANSWERS, withAnswer, withOpen } from "./answers.ts";
import { keptValues } from "./kept-values.ts";

const PATH = "project.domain";

it.each([
  ["nothing said", NO_ANSWERS, []],
  ["a value alone", withAnswer(NO_ANSWERS, PATH, "kkp.example.com"), []],
  ["a mark alone", withOpen(NO_ANSWERS, PATH, {}), []],
  ["a value next to a mark", withOpen(withAnswer(NO_ANSWERS, PATH, "kkp.example.com"), PATH, {}), [PATH]],
])("%s", (_case, answers, paths) => expect(keptValues(answers)).toEqual(paths));
