import { queryOptions } from "@tanstack/react-query";
import { originalOf } from "./originals.ts";
import { placesOf } from "./places.ts";
import { listPlans, readPlan } from "./read-plans.ts";

/** Head of every key that a write of a plan makes stale. */
export const SAVED_PLANS = ["saved-plans"] as const;

export const savedPlansQuery = queryOptions({ queryKey: SAVED_PLANS, queryFn: listPlans });

/** A plan to open. Read afresh with every opening, never from memory: its session is the only one that may be newer. */
export const openPlanQuery = (key: string) =>
  queryOptions({
    queryKey: ["open-plan", key],
    queryFn: async () => (await readPlan(key)) ?? null,
    gcTime: 0,
    staleTime: Infinity,
  });

export const placesQuery = (key: string) => queryOptions({ queryKey: ["places", key], queryFn: async () => (await placesOf(key)) ?? null, gcTime: 0 });

export const originalQuery = (key: string) => queryOptions({ queryKey: ["original", key], queryFn: async () => (await originalOf(key)) ?? null });
