import type { Answers } from "../../engine/index.ts";
import { readAhead, type Ahead } from "./ahead.ts";
import { patched } from "./answers-patch.ts";
import { database, type PlanRow } from "./database.ts";
import type { PlanState } from "./plan-state.ts";
import type { SavedPlan } from "./saved-plan.ts";
import { unkeptPlan, unkeptPlans } from "./unkept.ts";

/** A row of the list; `refused` where the plan lives only until the page goes. */
export type ListedPlan = PlanRow & Pick<SavedPlan, "refused">;

/** Saved plans, the latest first, with those that the browser refuses to keep. */
export async function listPlans(): Promise<readonly ListedPlan[]> {
  const held = unkeptPlans();
  const rows = await database()
    .then((db) => db.getAll("rows"))
    .catch((cause: unknown) => {
      if (held.length === 0) throw cause;
      return [];
    });
  const kept = rows.filter(({ key }) => !unkeptPlan(key));
  return [...kept, ...held.map(({ row }): ListedPlan => ({ ...row, refused: true }))].toSorted((a, b) => b.updatedAt - a.updatedAt);
}

/**
 * One saved plan, or undefined where this device has none of that key. What a crash kept from the database is taken
 * from the note that was written ahead of it; what the browser refused, from memory.
 */
export async function readPlan(key: string): Promise<SavedPlan | undefined> {
  const held = unkeptPlan(key);
  const ahead = readAhead(key);
  const db = await database().catch((cause: unknown) => {
    if (held ?? ahead) return undefined;
    throw cause;
  });
  const transaction = db?.transaction(["rows", "states"]);
  const [row, state] = await Promise.all([transaction?.objectStore("rows").get(key), transaction?.objectStore("states").get(key)]);
  if (held && (row?.updatedAt ?? 0) <= held.row.updatedAt) return held;
  if (!ahead || (row && row.updatedAt >= ahead.row.updatedAt)) return row && state && { row, state };
  const answers = answersOf(ahead, state);
  const step = state && { name: state.name, answers: state.answers, label: "Changes before the page was closed" };
  return answers && { row: ahead.row, state: { name: ahead.name, answers, drafts: ahead.drafts, past: step ? [...state.past, step] : [], future: [] }, ahead: true };
}

/** The answers that a note leads to; undefined where what it builds on is not there. */
function answersOf({ answers }: Ahead, state: PlanState | undefined): Answers | undefined {
  if ("all" in answers) return answers.all;
  return state && patched(state.answers, answers.changed);
}
