import { findQuestion, pathOf, type Answers, type ListedKind, type SubjectNames } from "../../engine/index.ts";
import { answerText } from "../../plan-ui/answer-text.ts";

const tell = (...ids: readonly string[]) => ids.flatMap((id) => findQuestion(id) ?? []);

/** Answers that are understood without their question; of what is chosen for a place – how far addresses reach, which root signs – none is. */
const told = {
  place: [],
  cluster: tell("infrastructure.clusters.role", "infrastructure.clusters.place", "infrastructure.clusters.provider"),
  datacenter: tell("infrastructure.datacenters.place", "infrastructure.datacenters.provider", "infrastructure.datacenters.seed"),
} as const satisfies Record<ListedKind, unknown>;

/** A subject in a few words: its role, place and provider, as far as they are chosen. */
export function aboutSubject(answers: Answers, kind: ListedKind, id: string, names: SubjectNames): string {
  return told[kind]
    .flatMap((question) => {
      const value = answers.given[pathOf(question, id)];
      return value === undefined ? [] : [answerText(question.control, value, names)];
    })
    .join(", ");
}
