import type { Value } from "../../kernel/outcome.ts";
import type { Endpoint, Flow } from "../../plan/plan.ts";
import { isPrivate, parseAddress } from "../../values/address.ts";
import { contains, parseAny, type Range } from "../../values/range.ts";

/** What the addresses of an end tell of where it is; nothing where some are names, or not known yet. */
interface Whereabouts {
  readonly ranges: readonly Range[] | undefined;
  readonly private: boolean;
}

/** With which addresses besides its own the source of a row arrives at its destination; undefined where nothing on the way changes them. */
export function arrivals(ends: readonly Endpoint[]): (row: Pick<Flow, "source" | "destination" | "hosts">) => readonly Value<string>[] | undefined {
  const byId = new Map(ends.map((end) => [end.id, end]));
  const kept = new Map<string, Whereabouts>();
  const whereabouts = ({ id, addresses }: Endpoint): Whereabouts => {
    const before = kept.get(id);
    if (before) return before;
    const made = locate(addresses);
    kept.set(id, made);
    return made;
  };
  const translated = ({ from, end, hosts }: Call): readonly Value<string>[] => {
    if (!from.leavesAs || from.leavesAs.addresses.length === 0) return [];
    const { addresses, onInternet = true, fromSite } = from.leavesAs;
    if (fromSite && !(end && leadsAway(from, end, whereabouts(end)))) return [];
    const to = hosts ? undefined : end;
    if (!to) return addresses;
    if (to.stands === "inside" || (to.stands === "private" && onInternet)) return [];
    if (typeof to.stands === "object" && onInternet) return [to.stands];
    const there = whereabouts(to);
    // Nothing stands between machines of one network, and what is routed to them keeps their addresses where only the internet sees others.
    if (there.ranges === undefined) return addresses;
    const own = whereabouts(from).ranges ?? [];
    if (there.ranges.every((range) => own.some((network) => contains(network, range)))) return [];
    return onInternet && there.private ? [] : addresses;
  };
  const ofPods = ({ from, end }: Call): readonly Value<string>[] => {
    if (!from.pods || (end && BY_MACHINES.has(end.kind))) return [];
    if (!from.podsPrivately || !end) return from.pods;
    if (end.stands === "internet") return [];
    if (typeof end.stands === "object") return [end.stands];
    const { ranges, private: inside } = whereabouts(end);
    return ranges !== undefined && !inside ? [] : from.pods;
  };
  return ({ source, destination, hosts }) => {
    const from = byId.get(source);
    if (!from || source === destination) return undefined;
    const call = { from, end: byId.get(destination), hosts };
    const all = new Set([...ofPods(call), ...translated(call)]);
    return all.size === 0 ? undefined : [...all];
  };
}

interface Call {
  readonly from: Endpoint;
  readonly end: Endpoint | undefined;
  readonly hosts: Flow["hosts"];
}

/** What the machines themselves dial, and no pod with an address of its own. */
const BY_MACHINES: ReadonlySet<Endpoint["kind"]> = new Set(["ntp", "router", "volume-portal"]);

/** Whether an end is known to be outside the site of another: at a place elsewhere, or at public addresses that nobody places. */
function leadsAway(from: Endpoint, to: Endpoint, { ranges, private: inside }: Whereabouts): boolean {
  const at = to.heldAt ?? to.place;
  return at === undefined ? ranges !== undefined && !inside : at !== from.place;
}

function locate(addresses: readonly Value<string>[]): Whereabouts {
  const ranges = addresses.map((address) => (address.kind === "known" ? rangeOf(address.value) : undefined));
  const all = ranges.filter((range) => range !== undefined);
  if (all.length === 0 || all.length < ranges.length) return { ranges: undefined, private: false };
  return { ranges: all, private: addresses.every((address) => address.kind === "known" && isPrivate(address.value.split(/[/-]/)[0] ?? address.value)) };
}

function rangeOf(text: string): Range | undefined {
  const single = parseAddress(text);
  return single ? parseAny(`${text}/${single.family === 4 ? 32 : 128}`) : parseAny(text);
}
