import { families } from "../../answers/chapters/families.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import type { Value } from "../../kernel/outcome.ts";
import type { Endpoint, Flow } from "../../plan/plan.ts";
import { parseAddress, type Family } from "../../values/address.ts";
import { parseAny } from "../../values/range.ts";

/** Last parts of the paths of questions that only IPv6 answers. */
const SIX: ReadonlySet<string> = new Set([families.place.nodeNetwork6, families.datacenter.workerNetwork6, fronts.cluster.pool6].map(({ key }) => key));

/** Family of an address, a block, a range or several of them; undefined for names, and for what may turn out to be of either. */
export function familyOf(value: Value<string>): Family | undefined {
  if (value.kind === "open") return SIX.has(value.question.split(".").at(-1) ?? "") ? 6 : undefined;
  if (value.kind === "later") return undefined;
  const [first, ...others] = new Set(value.value.split(", ").map((part) => (parseAddress(part) ?? parseAny(part))?.family));
  return others.length === 0 ? first : undefined;
}

/** What an end shows, and where it can be met: in both families while nobody names it by address, or somebody still has to. */
interface Reach {
  readonly shows: readonly Family[];
  readonly meets: ReadonlySet<Family>;
}

function reachOf(addresses: readonly Value<string>[]): Reach {
  const all = addresses.map(familyOf);
  const shows = all.filter((family) => family !== undefined);
  return { shows, meets: new Set<Family>(all.length === 0 || all.includes(undefined) ? [4, 6] : shows) };
}

/** How two ends meet: with all that they show, with their addresses of one family alone, or not at all. */
export type Meeting = "all" | "none" | Family;

/** How the ends of a row meet; hosts that the row is for are names, which may stand for both families. */
export function meetings(ends: readonly Endpoint[]): (row: Pick<Flow, "source" | "destination" | "hosts">) => Meeting {
  const reaches = new Map(ends.map(({ id, addresses }) => [id, reachOf(addresses)]));
  return ({ source, destination, hosts }) => {
    const [from, to] = [reaches.get(source), hosts ? undefined : reaches.get(destination)];
    if (!from || !to) return "all";
    const [first, ...others] = [...from.meets].filter((family) => to.meets.has(family));
    if (first === undefined) return "none";
    return others.length === 0 && [...from.shows, ...to.shows].some((family) => family !== first) ? first : "all";
  };
}
