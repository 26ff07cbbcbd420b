import * as z from "zod";
import type { AnswerValue, Question } from "../../engine/index.ts";
import type { Draft } from "../../lib/session/index.ts";
import { entryOf, type Entry } from "../../plan-ui/entry.ts";

/** What the form of one card holds: one text, or the rows of a table. Only the one that the control uses counts. */
export interface Fields {
  text: string;
  rows: Record<string, string>[];
}

/** An answer or, before it, a draft as the fields of its form. */
export function fieldsOf({ control }: Question<unknown>, given: AnswerValue | undefined, draft: Draft | undefined): Fields {
  const entry = draft ? draftEntry(control.type === "table", draft.text) : entryOf(control, given);
  return typeof entry === "string" ? { text: entry, rows: [] } : { text: "", rows: entry.map((row) => ({ ...row })) };
}

/** A draft is one text; the rows of a table are written into it as JSON. */
export const draftText = (entry: Entry): string => (typeof entry === "string" ? entry : JSON.stringify(entry));

const draftRows = z.array(z.record(z.string(), z.string()));

function draftEntry(isTable: boolean, text: string): Entry {
  if (!isTable) return text;
  try {
    return draftRows.safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}
