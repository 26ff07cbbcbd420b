import { givenAt, isAsked, pathOf, questions, type Answers, type AnswerValue, type Question } from "../../src/engine/index.ts";

/** Something that some drawn plan has to do: answer a question, in one of its ways where it is closed. */
export interface Aim {
  readonly id: string;
  readonly question: Question<unknown>;
  /** The choice to make; undefined where any answer will do. */
  readonly choice: AnswerValue | undefined;
}

/** Values of a closed question; of any other one a hole. */
export function choicesOf({ control }: Question<unknown>): readonly (AnswerValue | undefined)[] {
  if (control.type === "choice" || control.type === "choices") return control.choices.map(({ value }) => value);
  return control.type === "yes-no" ? [true, false] : [undefined];
}

const idOf = (question: Question<unknown>, choice: unknown): string => (choice === undefined ? question.id : `${question.id} ${String(choice)}`);

/** Every question and every choice of it. */
export const aims: readonly Aim[] = questions.flatMap((question) => choicesOf(question).map((choice) => ({ id: idOf(question, choice), question, choice })));

/** Whom a question is asked about in a plan. */
export const askedAbout = (question: Question<unknown>, answers: Answers): readonly string[] =>
  (question.subject === "plan" ? ["plan"] : answers.subjects[question.subject]).filter((subject) => isAsked(question, answers, subject));

/** Ids of the aims that an answer to a question meets. */
export function metBy(question: Question<unknown>, value: AnswerValue): readonly string[] {
  const { type } = question.control;
  if (type === "choices") return (value as readonly string[]).map((choice) => idOf(question, choice));
  return [idOf(question, type === "choice" || type === "yes-no" ? value : undefined)];
}

/** Ids of all aims that a plan meets: its answers to questions that are asked. */
export const metIn = (answers: Answers): ReadonlySet<string> =>
  new Set(
    questions.flatMap((question) =>
      askedAbout(question, answers).flatMap((subject) => {
        const value = givenAt(answers, pathOf(question, subject));
        return value === undefined ? [] : metBy(question, value);
      }),
    ),
  );
