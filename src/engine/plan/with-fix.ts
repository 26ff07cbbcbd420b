import { withAnswer, type Answers } from "../answers/answers.ts";
import type { Fix } from "./plan.ts";

/** The answers after a fix. */
export function withFix(answers: Answers, { set, takeAway = [] }: Fix): Answers {
  const without = takeAway.reduce((before, path) => withAnswer(before, path, undefined), answers);
  return set.reduce((before, { path, value }) => withAnswer(before, path, value), without);
}
