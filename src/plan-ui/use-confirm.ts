import { findQuestion, type AnswerValue, type Assumption } from "../engine/index.ts";
import { useSession } from "../lib/session/index.ts";
import { readEntry, type Entry } from "./entry.ts";

/** Turns assumptions into answers at once: the values that the plan counts on become the person's own. */
export function useConfirm(): (title: string, assumptions: readonly Assumption[]) => void {
  const { applyFix } = useSession();
  return (title, assumptions) => {
    const set = assumptions.flatMap(({ question: id, path, value }): readonly { readonly path: string; readonly value: AnswerValue }[] => {
      const question = findQuestion(id);
      const entry: Entry = value;
      const reading = question && readEntry(question, entry);
      return reading?.kind === "value" ? [{ path, value: reading.value }] : [];
    });
    if (set.length > 0) applyFix({ title: `${title} confirmed`, set });
  };
}
