import { announceWrite } from "./channel.ts";
import type { SavedPlan } from "./saved-plan.ts";

/** Plans that the browser would not keep, in their latest state. They live until the page goes. */
const unkept = new Map<string, SavedPlan>();

/** Holds a plan that the browser refused; lists of plans hear of it as of any write. */
export function holdUnkept(plan: SavedPlan): void {
  unkept.set(plan.row.key, { ...plan, refused: true });
  announceWrite(plan.row.key);
}

/** A plan that the browser refused, if it has taken nothing newer since. */
export const unkeptPlan = (key: string): SavedPlan | undefined => unkept.get(key);

export const unkeptPlans = (): readonly SavedPlan[] => [...unkept.values()];

/** Lets go of a plan that is kept now, or deleted. */
export function dropUnkept(key: string): void {
  unkept.delete(key);
}
