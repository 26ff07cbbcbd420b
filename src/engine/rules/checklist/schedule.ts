import { schedule } from "../../answers/chapters/schedule.ts";
import { leadTimes, type WorkId } from "../../facts/schedule.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { ChecklistItem } from "../../plan/plan.ts";
import { installedRelease } from "../basics/platform.ts";
import { addWorkingDays, formatDay, parseDay } from "../../values/day.ts";

/** Working days of each kind of work: as planned, or as the answers have it. */
export function daysFor(read: Reader): Readonly<Record<WorkId, number>> {
  const own = read.answer(schedule.plan.leadTimes).map(({ work, days }) => [work, days] as const);
  return { ...read.fact(leadTimes), ...Object.fromEntries(own) };
}

/** A chain of items that wait for each other, from its last item back. */
export interface Chain {
  /** Working days of all of it. */
  readonly days: number;
  readonly last: string;
  readonly before?: Chain | undefined;
}

/** Ids of the items of a chain, the first one first. */
export function itemsOf(chain: Chain | undefined): readonly string[] {
  const items: string[] = [];
  for (let at = chain; at; at = at.before) items.unshift(at.last);
  return items;
}

/** For each item, the longest chain that ends with it: what it is ordered after and then its own days, or what its proof waits for. An item that waits for itself counts once. */
export function chainsOf(items: readonly Pick<ChecklistItem, "id" | "dependsOn" | "shownWith" | "leadTime">[]): ReadonlyMap<string, Chain> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const chains = new Map<string, Chain>();
  const open = new Set<string>();
  const chainOf = (id: string): Chain | undefined => {
    const done = chains.get(id);
    const item = byId.get(id);
    if (done || !item || open.has(id)) return done;
    open.add(id);
    const longest = (ids: readonly string[]): Chain | undefined => {
      let found: Chain | undefined;
      for (const other of ids) {
        const chain = chainOf(other);
        if (chain && chain.days > (found?.days ?? 0)) found = chain;
      }
      return found;
    };
    const [before, beside] = [longest(item.dependsOn), longest(item.shownWith)];
    open.delete(id);
    const ordered = (before?.days ?? 0) + item.leadTime;
    const chain = beside && beside.days > ordered ? { days: beside.days, last: id, before: beside } : { days: ordered, last: id, before };
    chains.set(id, chain);
    return chain;
  };
  for (const { id } of items) chainOf(id);
  return chains;
}

/** Tells the day on which something that takes so many working days is done, where the begin is known. */
export function calendar(read: Reader): (days: number) => string | undefined {
  // Until it is known whether the platform runs, there is no installation whose days are counted.
  if (read.outcome(installedRelease).kind === "waiting") return () => undefined;
  const start = read.optional(schedule.plan.start);
  const from = start === undefined ? undefined : parseDay(start);
  const told = new Map<number, string>();
  return (days) => {
    if (from === undefined) return undefined;
    const day = told.get(days) ?? formatDay(addWorkingDays(from, days));
    told.set(days, day);
    return day;
  };
}
