import { useSyncExternalStore } from "react";
import { planHref } from "../routes.ts";
import type { PlanSummary } from "../storage/database.ts";
import type { PlanState } from "../storage/plan-state.ts";
import { createPlan } from "../storage/saved-plans.ts";

/** The last of a plan that was open here while it was deleted elsewhere. */
export interface GonePlan {
  readonly key: string;
  readonly state: PlanState;
  readonly summary: PlanSummary;
  /** Where it was left. */
  readonly href: string;
}

let gone: GonePlan | undefined;
const listeners = new Set<() => void>();

function set(plan: GonePlan | undefined): void {
  gone = plan;
  listeners.forEach((listener) => listener());
}

/** Holds a plan until somebody decides about it, or the page goes. */
export const offerGonePlan = (plan: GonePlan): void => set(plan);

export const dropGonePlan = (): void => set(undefined);

/** Keeps the plan as a new one and returns the address where it was left. */
export async function keepGonePlan({ key, state, summary, href }: GonePlan): Promise<string> {
  const kept = await createPlan(state, summary);
  dropGonePlan();
  return href.startsWith(planHref(key)) ? planHref(kept) + href.slice(planHref(key).length) : planHref(kept);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The plan that is gone, while nobody has decided about it. */
export const useGonePlan = (): GonePlan | undefined => useSyncExternalStore(subscribe, () => gone);
