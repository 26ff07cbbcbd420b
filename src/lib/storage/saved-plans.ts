import type { Answers } from "../../engine/index.ts";
import type { PlanState } from "./plan-state.ts";
import { forgetAhead, readAhead, type Ahead } from "./ahead.ts";
import { patched } from "./answers-patch.ts";
import { announceWrite } from "./channel.ts";
import { database, type Half, type OriginalFile, type Places, type PlanRow, type PlanSummary } from "./database.ts";

/** A plan with everything that belongs to it. */
export interface SavedPlan {
  readonly row: PlanRow;
  readonly state: PlanState;
  /** The browser would not keep it; it lives until the page goes. */
  readonly refused?: true;
  /** Taken from a note; what the database holds is older. */
  readonly ahead?: true;
}

const inMemory = new Map<string, SavedPlan>();

/** Saved plans, the latest first. */
export async function listPlans(): Promise<readonly PlanRow[]> {
  const rows = await (await database()).getAll("rows");
  return rows.toSorted((a, b) => b.updatedAt - a.updatedAt);
}

/**
 * One saved plan, or undefined where this device has none of that key. What a crash kept from the database is taken
 * from the note that was written ahead of it.
 */
export async function readPlan(key: string): Promise<SavedPlan | undefined> {
  const unkept = inMemory.get(key);
  if (unkept) return unkept;
  const ahead = readAhead(key);
  const db = await database().catch((cause: unknown) => {
    if (ahead) return undefined;
    throw cause;
  });
  const transaction = db?.transaction(["rows", "states"]);
  const [row, state] = await Promise.all([transaction?.objectStore("rows").get(key), transaction?.objectStore("states").get(key)]);
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

/** Writes a plan whole. The write is committed without waiting, so that it outlives the page. */
export async function writePlan({ row, state }: SavedPlan): Promise<void> {
  const transaction = (await database()).transaction(["rows", "states"], "readwrite");
  const done = Promise.all([transaction.objectStore("rows").put(row), transaction.objectStore("states").put(state, row.key), transaction.done]);
  transaction.commit();
  await done;
  forgetAhead(row);
  announceWrite(row.key);
}

/** Makes a new saved plan and returns its key. Where the browser keeps nothing, the plan lives until the page goes. */
export async function createPlan(state: PlanState, summary: PlanSummary): Promise<string> {
  const row = { key: newPlanKey(), name: state.name, updatedAt: timeAfter(0), summary };
  await writePlan({ row, state }).catch(() => inMemory.set(row.key, { row, state, refused: true }));
  return row.key;
}

/**
 * Copies a saved plan under a name of its own and returns the key of the copy, or undefined where there is no such plan.
 * The copy starts a history of its own.
 */
export async function duplicatePlan(key: string): Promise<string | undefined> {
  const saved = await readPlan(key);
  if (!saved) return undefined;
  const name = `${saved.state.name}, copy`;
  return createPlan({ ...saved.state, name, past: [], future: [] }, saved.row.summary);
}

/** Gives a saved plan another name. */
export async function renamePlan(key: string, name: string): Promise<void> {
  const saved = await readPlan(key);
  if (!saved) return;
  const { row, state } = saved;
  await writePlan({ row: { ...row, name, updatedAt: timeAfter(row.updatedAt) }, state: { ...state, name } });
}

/** A plan and what belongs to it, as it was taken away; for putting it back. */
export interface DeletedPlan extends SavedPlan {
  readonly original: OriginalFile | undefined;
}

/** Deletes a plan and returns it, for as long as somebody may want it back. */
export async function deletePlan(key: string): Promise<DeletedPlan | undefined> {
  const saved = await readPlan(key);
  const transaction = (await database()).transaction(["rows", "states", "originals", "places"], "readwrite");
  const original = await transaction.objectStore("originals").get(key);
  for (const store of ["rows", "states", "originals", "places"] as const) await transaction.objectStore(store).delete(key);
  await transaction.done;
  if (saved) forgetAhead(saved.row);
  announceWrite(key);
  return saved && { ...saved, original };
}

/** Puts a deleted plan back as it was. */
export async function restorePlan({ row, state, original }: DeletedPlan): Promise<void> {
  await writePlan({ row, state });
  if (original) await keepOriginal(original);
}

/** Keeps a file from which something was dropped. */
export async function keepOriginal(original: OriginalFile): Promise<void> {
  await (await database()).put("originals", original);
}

/** The file a plan was opened from, where something of it was dropped. */
export async function originalOf(planKey: string): Promise<OriginalFile | undefined> {
  return (await database()).get("originals", planKey);
}

/** Remembers where a plan was left, in which half if in one. Losing it is no loss, so refusals are not reported. */
export function rememberPlace(planKey: string, href: string, half: Half | undefined): void {
  database()
    .then(async (db) => {
      const { store } = db.transaction("places", "readwrite");
      const before = await store.get(planKey);
      await store.put({ ...before, last: href, ...(half ? { half, [half]: href } : {}) }, planKey);
    })
    .catch(() => undefined);
}

/** Where a plan and its halves were left, if this device knows. */
export async function placesOf(planKey: string): Promise<Places | undefined> {
  return database().then(
    (db) => db.get("places", planKey),
    () => undefined,
  );
}

/**
 * A key for a new plan: eight letters and digits at random. Not `randomUUID`, which browsers withhold on plain http.
 */
export function newPlanKey(): string {
  const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => alphabet[byte % alphabet.length]).join("");
}

/** A time for a write that comes after `before`, even if the clock went back. */
export function timeAfter(before: number): number {
  return Math.max(Date.now(), before + 1);
}
