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
  if (value.kind === "later") return value.family;
  const [first, ...others] = new Set(value.value.split(", ").map((part) => (parseAddress(part) ?? parseAny(part))?.family));
  return others.length === 0 ? first : undefined;
}

/** Families as bits, so that thousands of rows are compared without a list. */
type Families = 0 | 1 | 2 | 3;
const NEITHER: Families = 0;
const BOTH: Families = 3;
const bitOf = (family: Family): Families => (family === 4 ? 1 : 2);

/** What an end shows, and where it can be met: in both families while nobody names it by address, or somebody still has to. */
interface Reach {
  readonly shows: Families;
  readonly meets: Families;
}

const reaches = new WeakMap<Endpoint["addresses"], Reach>();

function reachOf(addresses: Endpoint["addresses"]): Reach {
  const before = reaches.get(addresses);
  if (before) return before;
  const all = addresses.map(familyOf);
  const shows = all.reduce((bits, family) => (family === undefined ? bits : bits | bitOf(family)) as Families, NEITHER);
  const reach = { shows, meets: all.length === 0 || all.includes(undefined) ? BOTH : shows };
  reaches.set(addresses, reach);
  return reach;
}

/** Whether an end has addresses of one family and no others. */
export const showsOnly = (family: Family, { addresses }: Endpoint): boolean => reachOf(addresses).meets === bitOf(family);

/** Whether an end has addresses of IPv6 that a row shows. */
export const showsSix = (end: Endpoint): boolean => (reachOf(end.addresses).shows & bitOf(6)) !== NEITHER;

/** How two ends meet: with all that they show, with their addresses of one family alone, or not at all. */
export type Meeting = "all" | "none" | Family;

/** How the ends of a row meet, in the one family that it is for where it names one; hosts that the row is for are names, which may stand for both families. */
export function meetings(ends: readonly Endpoint[]): (row: Pick<Flow, "source" | "destination" | "hosts" | "family">) => Meeting {
  const byId = new Map(ends.map(({ id, addresses }) => [id, reachOf(addresses)]));
  return ({ source, destination, hosts, family }) => {
    const from = byId.get(source);
    const to = hosts ? undefined : byId.get(destination);
    if (!from || !to) return "all";
    const common = from.meets & to.meets & (family === undefined ? BOTH : bitOf(family));
    if (common === NEITHER) return "none";
    if (family !== undefined) return family;
    return common !== BOTH && ((from.shows | to.shows) & ~common) !== NEITHER ? (common === bitOf(4) ? 4 : 6) : "all";
  };
}
