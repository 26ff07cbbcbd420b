import { openChoices, type AnswerPath, type Answers, type OpenChoice, type Plan } from "../engine/index.ts";

interface Choices {
  readonly all: readonly OpenChoice[];
  readonly byPath: ReadonlyMap<AnswerPath, OpenChoice>;
}

const found = new WeakMap<Plan, Choices>();

function look(answers: Answers, plan: Plan): Choices {
  let choices = found.get(plan);
  if (!choices) {
    const all = openChoices(answers, plan).filter(({ others }) => others.length > 0);
    choices = { all, byPath: new Map(all.map((choice) => [choice.question, choice])) };
    found.set(plan, choices);
  }
  return choices;
}

/** Everything of a plan that can be weighed, found once for each plan. */
export const choicesOf = (answers: Answers, plan: Plan): readonly OpenChoice[] => look(answers, plan).all;

/** What can be weighed at a question. */
export const choiceAt = (answers: Answers, plan: Plan, path: AnswerPath): OpenChoice | undefined => look(answers, plan).byPath.get(path);
