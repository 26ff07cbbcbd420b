import { schedule } from "../../answers/chapters/schedule.ts";
import { leadTimes, type WorkId } from "../../facts/schedule.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { ChecklistItem } from "../../plan/plan.ts";
import { addWorkingDays, formatDay, parseDay } from "../../values/day.ts";

/** Working days of each kind of work: as planned, or as the answers have it. */
export function daysFor(read: Reader): Readonly<Record<WorkId, number>> {
  const own = read.answer(schedule.plan.leadTimes).map(({ work, days }) => [work, days] as const);
  return { ...read.fact(leadTimes), ...Object.fromEntries(own) };
}

/** The longest chain of items that wait for each other. */
export interface Chain {
  readonly days: number;
  /** Ids of its items, the first one first. */
  readonly items: readonly string[];
}

/** For each item, the longest chain that ends with it. An item that waits for itself counts once. */
export function chainsOf(items: readonly Pick<ChecklistItem, "id" | "dependsOn" | "leadTime">[]): ReadonlyMap<string, Chain> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const chains = new Map<string, Chain>();
  const open = new Set<string>();
  const chainOf = (id: string): Chain => {
    const done = chains.get(id);
    const item = byId.get(id);
    if (done || !item || open.has(id)) return done ?? { days: 0, items: [] };
    open.add(id);
    const before = item.dependsOn.map(chainOf).reduce<Chain>((longest, chain) => (chain.days > longest.days ? chain : longest), { days: 0, items: [] });
    open.delete(id);
    const chain = { days: before.days + item.leadTime, items: [...before.items, id] };
    chains.set(id, chain);
    return chain;
  };
  for (const { id } of items) chainOf(id);
  return chains;
}

/** The day on which something that takes so many working days is done, where the begin is known. */
export function dayAfter(read: Reader, days: number): string | undefined {
  const start = read.optional(schedule.plan.start);
  const from = start === undefined ? undefined : parseDay(start);
  return from === undefined ? undefined : formatDay(addWorkingDays(from, days));
}
