import type { AnswerPath, Answers, Plan } from "../../engine/index.ts";
import { askedOn, stateOf } from "../../plan-ui/answer-state.ts";
import { askPages } from "../../plan-ui/layout.ts";

/** The next question without an answer after a path, over all pages and round to the start; undefined when none is left. */
export function nextUnanswered(answers: Answers, plan: Plan, after: AnswerPath | undefined): AnswerPath | undefined {
  const all = askPages.flatMap((page) => askedOn(answers, page));
  const from = all.findIndex(({ path }) => path === after) + 1;
  const isLeft = ({ path }: { readonly path: AnswerPath }) => {
    const state = stateOf(answers, plan, path);
    return path !== after && (state === "blank" || state === "waiting");
  };
  return [...all.slice(from), ...all.slice(0, from)].find(isLeft)?.path;
}
