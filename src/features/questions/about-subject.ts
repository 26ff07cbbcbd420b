import { pathOf, questions, type Answers, type ListedKind, type SubjectNames } from "../../engine/index.ts";
import { answerText } from "../../plan-ui/answer-text.ts";

const TOLD = new Set(["choice", "subject"]);

const toldAbout = (kind: ListedKind) => questions.filter(({ chapter, subject, control }) => chapter === "infrastructure" && subject === kind && TOLD.has(control.type)).slice(0, 3);

const told = { place: toldAbout("place"), cluster: toldAbout("cluster"), datacenter: toldAbout("datacenter") } as const satisfies Record<ListedKind, unknown>;

/** A subject in a few words: what was chosen for it under Infrastructure, such as its role, place and provider. */
export function aboutSubject(answers: Answers, kind: ListedKind, id: string, names: SubjectNames): string {
  return told[kind]
    .flatMap((question) => {
      const value = answers.given[pathOf(question, id)];
      return value === undefined ? [] : [answerText(question.control, value, names)];
    })
    .join(", ");
}
