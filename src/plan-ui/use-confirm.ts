import { findQuestion, type Assumption } from "../engine/index.ts";
import { useSession } from "../lib/session/index.ts";
import { readEntry, type Entry } from "./entry.ts";

/** Turns an assumption into an answer: the value that the plan counts on becomes the person's own. */
export function useConfirm(): (assumption: Assumption) => void {
  const { answer } = useSession();
  return ({ question: id, path, value, title }) => {
    const question = findQuestion(id);
    if (!question) return;
    const entry: Entry = value;
    const reading = readEntry(question, entry);
    if (reading.kind === "value") answer(path, reading.value, `${title} confirmed`);
  };
}
