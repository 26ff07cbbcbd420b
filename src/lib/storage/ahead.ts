import type { Answers } from "../../engine/index.ts";
import type { PlanState } from "./plan-state.ts";
import type { AnswersPatch } from "./answers-patch.ts";
import type { PlanRow } from "./database.ts";

/**
 * A note of the latest state, written in the same turn as the change, before the database has it. It is what a crash
 * leaves behind; once the database has the write, the note goes. It holds what changed since the last write, so that a
 * stroke in a large plan need not write the plan; all answers only where the database keeps nothing.
 */
export interface Ahead extends Pick<PlanState, "name" | "drafts"> {
  readonly row: PlanRow;
  readonly answers: { readonly all: Answers } | { readonly changed: AnswersPatch };
}

const keyOf = (planKey: string) => `groundplan.ahead.${planKey}`;

/** Writes the note. A refusal (no storage, or a plan too large for it) leaves the database alone to keep the plan. */
export function writeAhead(note: Ahead): void {
  try {
    localStorage.setItem(keyOf(note.row.key), JSON.stringify(note));
  } catch {
    forgetAhead(note.row);
  }
}

/** The note of a plan, if the last write did not reach the database. */
export function readAhead(planKey: string): Ahead | undefined {
  try {
    const text = localStorage.getItem(keyOf(planKey));
    return text === null ? undefined : (JSON.parse(text) as Ahead);
  } catch {
    return undefined;
  }
}

/** Removes the note, unless a later change has replaced it meanwhile. */
export function forgetAhead(row: PlanRow): void {
  try {
    if ((readAhead(row.key)?.row.updatedAt ?? 0) <= row.updatedAt) localStorage.removeItem(keyOf(row.key));
  } catch {
    return;
  }
}
