import { forgetAhead } from "./ahead.ts";
import { announceWrite } from "./channel.ts";
import { database } from "./database.ts";
import { PlanGone, type SavedPlan } from "./saved-plan.ts";
import { dropUnkept, holdUnkept } from "./unkept.ts";

/** Writes a plan whole, whether or not the database has it. */
export async function writePlan(plan: SavedPlan): Promise<void> {
  await put(plan, false);
}

/**
 * Writes an open plan. A plan that the database had and no longer has is not written back; one that the browser refuses
 * is held for as long as the page lives.
 * @throws PlanGone when the plan was deleted
 * @throws Error when the browser refuses
 */
export async function writeOpenPlan(plan: SavedPlan, isNew: boolean): Promise<void> {
  try {
    await put(plan, !isNew);
  } catch (cause) {
    if (!(cause instanceof PlanGone)) holdUnkept(plan);
    throw cause;
  }
}

/** The write is committed without waiting, so that it outlives the page; what does not is in the note written ahead. */
async function put({ row, state }: SavedPlan, mustExist: boolean): Promise<void> {
  const transaction = (await database()).transaction(["rows", "states"], "readwrite");
  if (mustExist && (await transaction.objectStore("rows").getKey(row.key)) === undefined) {
    await transaction.done;
    throw new PlanGone();
  }
  const done = Promise.all([transaction.objectStore("rows").put(row), transaction.objectStore("states").put(state, row.key), transaction.done]);
  transaction.commit();
  await done;
  forgetAhead(row);
  dropUnkept(row.key);
  announceWrite(row.key);
}
