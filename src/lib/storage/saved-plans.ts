import { forgetAhead } from "./ahead.ts";
import { announceDeletion } from "./channel.ts";
import { asWriter } from "./claim.ts";
import { database, type OriginalFile, type Places, type PlanSummary } from "./database.ts";
import { originalOf, keepOriginal } from "./originals.ts";
import { newPlanKey, timeAfter } from "./plan-key.ts";
import type { PlanState } from "./plan-state.ts";
import { readPlan } from "./read-plans.ts";
import type { SavedPlan } from "./saved-plan.ts";
import { dropUnkept, holdUnkept, unkeptPlan } from "./unkept.ts";
import { writePlan } from "./write-plan.ts";

// What screens do with saved plans; the rest of the app finds here whatever else it needs of them.
export { rememberPlace } from "./places.ts";
export { readPlan } from "./read-plans.ts";

/** Makes a new saved plan and returns its key. Where the browser keeps nothing, the plan lives until the page goes. */
export async function createPlan(state: PlanState, summary: PlanSummary): Promise<string> {
  const row = { key: newPlanKey(), name: state.name, updatedAt: timeAfter(0), summary };
  await writePlan({ row, state }).catch(() => holdUnkept({ row, state }));
  return row.key;
}

/**
 * Copies a saved plan under a name of its own and returns the key of the copy, or undefined where there is no such plan.
 * The copy starts a history of its own, and has a copy of the file that was kept with the plan.
 */
export async function duplicatePlan(key: string): Promise<string | undefined> {
  const saved = await readPlan(key);
  if (!saved) return undefined;
  const name = `${saved.state.name}, copy`;
  const copy = await createPlan({ ...saved.state, name, past: [], future: [] }, saved.row.summary);
  const original = await originalOf(key).catch(() => undefined);
  if (original) await keepOriginal({ ...original, planKey: copy }).catch(() => undefined);
  return copy;
}

/** Gives a saved plan another name; where a tab has the plan open for writing, that tab does it. */
export async function renamePlan(key: string, name: string): Promise<void> {
  await asWriter(key, { type: "rename", planKey: key, name }, async () => {
    const saved = await readPlan(key);
    if (!saved) return;
    const { row, state, refused } = saved;
    const renamed = { row: { ...row, name, updatedAt: timeAfter(row.updatedAt) }, state: { ...state, name } };
    await writePlan(renamed).catch((cause: unknown) => {
      if (!refused) throw cause;
      holdUnkept(renamed);
    });
  });
}

/** A plan and what belongs to it, as it was taken away; for putting it back. */
export interface DeletedPlan extends SavedPlan {
  readonly original: OriginalFile | undefined;
  readonly places: Places | undefined;
}

const SHELVES = ["rows", "states", "originals", "places"] as const;

/** Deletes a plan and returns it, for as long as somebody may want it back. Tabs that have it open are told. */
export async function deletePlan(key: string): Promise<DeletedPlan | undefined> {
  const saved = await readPlan(key);
  const belongings = await takeFromShelves(key).catch((cause: unknown) => {
    if (!unkeptPlan(key)) throw cause;
    return { original: undefined, places: undefined };
  });
  dropUnkept(key);
  if (saved) forgetAhead(saved.row);
  announceDeletion(key);
  return saved && { ...saved, ...belongings };
}

async function takeFromShelves(key: string): Promise<Pick<DeletedPlan, "original" | "places">> {
  const transaction = (await database()).transaction(SHELVES, "readwrite");
  const [original, places] = await Promise.all([transaction.objectStore("originals").get(key), transaction.objectStore("places").get(key)]);
  await Promise.all([...SHELVES.map((shelf) => transaction.objectStore(shelf).delete(key)), transaction.done]);
  return { original, places };
}

/** Puts a deleted plan back as it was. */
export async function restorePlan({ row, state, refused, original, places }: DeletedPlan): Promise<void> {
  await writePlan({ row, state }).catch((cause: unknown) => {
    if (!refused) throw cause;
    holdUnkept({ row, state });
  });
  if (original) await keepOriginal(original);
  if (places) await (await database()).put("places", places, row.key);
}
