import { pathOf, questions, type Answers, type ListedKind } from "../../engine/index.ts";
import { answerText } from "../../plan-ui/answer-text.ts";

const TOLD = new Set(["choice", "subject"]);

/** A subject in a few words: what was chosen for it under Infrastructure, such as its role, place and provider. */
export function aboutSubject(answers: Answers, kind: ListedKind, id: string, names: Readonly<Record<string, string>>): string {
  return questions
    .filter(({ chapter, subject, control }) => chapter === "infrastructure" && subject === kind && TOLD.has(control.type))
    .slice(0, 3)
    .flatMap((question) => {
      const value = answers.given[pathOf(question, id)];
      return value === undefined ? [] : [answerText(question.control, value, names)];
    })
    .join(", ");
}
