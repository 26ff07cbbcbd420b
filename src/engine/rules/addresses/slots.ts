import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { contains, formatRange, freeParts, overlapOf, parseRange, takeLowest, type Range } from "../../values/range.ts";
import { departs, proxyRuns } from "../basics/exposure.ts";
import { masterCluster, release, replacedEntry } from "../basics/platform.ts";
import { ownInterfaces } from "../certificates/interfaces.ts";
import { addressElsewhere } from "./handed-out.ts";
import { poolSpace, type PoolSpace } from "./pool-space.ts";

/** Purposes of single virtual addresses. */
export type Slot = "entry" | "former-entry" | "nodeport-proxy";

/** The question that keeps the address of a slot. */
export const KEPT = { entry: fronts.cluster.keepEntry, "former-entry": fronts.cluster.keepFormerEntry, "nodeport-proxy": fronts.cluster.keepNodeportProxy } as const;

/** Whether a cluster other than the master serves interfaces of its user-cluster MLA or of its own monitoring, and so has an entry of its own. */
export const servesOwnInterfaces = rule<boolean>({
  id: "addresses.own-entry",
  title: "Whether a Seed needs an entry of its own",
  per: "cluster",
  sources: ["kkp.code.seed-stack"],
  derive: (read, cluster) =>
    read.answer(infrastructure.cluster.role, cluster) !== "master" &&
    (read.rule(ownInterfaces, cluster).length > 0 || (read.answer(monitoring.plan.userClusterMla) && read.answer(monitoring.plan.seedUis).length > 0)),
});

/**
 * The single addresses of a cluster in the order in which it asks for them. Positions never depend on how many user
 * clusters or Seeds there are, nor on names:
 *
 * - master: entry, nodeport-proxy; on an upgrade the former entry, nodeport-proxy, the new entry.
 * - separate Seed: nodeport-proxy, entry; on an upgrade nodeport-proxy, the former entry, the new entry.
 */
export const slotsOf = rule<readonly Slot[]>({
  id: "addresses.slots",
  title: "Single virtual addresses in their order",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.upgrade-2.31"],
  derive: (read, cluster) => {
    const master = read.optionalRule(masterCluster) === cluster;
    const proxy: readonly Slot[] = read.answer(infrastructure.cluster.role, cluster) !== "master" && read.rule(proxyRuns, cluster) ? ["nodeport-proxy"] : [];
    if (!master && !read.rule(servesOwnInterfaces, cluster)) return proxy;
    const upgrade = read.optionalRule(replacedEntry) !== undefined;
    const { own } = read.rule(release).entry;
    if (master && own) return upgrade ? ["former-entry", ...proxy] : proxy;
    if (!master) return [...proxy, ...(upgrade ? (["former-entry"] as const) : []), "entry"];
    return upgrade ? ["former-entry", ...proxy, "entry"] : ["entry", ...proxy];
  },
});

/** Number of single virtual addresses of a cluster, the former entry included. */
export const singleAddresses = rule<number>({
  id: "addresses.single-addresses",
  title: "Single virtual addresses of the cluster",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.upgrade-2.31"],
  derive: (read, cluster) => read.rule(slotsOf, cluster).length,
});

/** Address of each slot of a cluster's block; a slot for which none is left is missing. */
export const slotAddresses = rule<ReadonlyMap<Slot, Range>>({
  id: "addresses.slot-addresses",
  title: "Single virtual addresses of the block",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const space = read.rule(poolSpace, cluster);
    const slots = read.rule(slotsOf, cluster);
    const given = new Map<Slot, Range>();
    if (departs(read, "kept")) {
      for (const slot of slots) {
        const wish = read.optional(KEPT[slot], cluster);
        const range = wish === undefined ? undefined : parseRange(wish);
        if (range && isFree(space, range) && ![...given.values()].some((other) => overlapOf(other, range))) given.set(slot, range);
      }
    }
    const pinned = [...given.values()];
    const left = [...space.preferred, ...space.last].flatMap((part) => freeParts(part, pinned));
    const open = slots.filter((slot) => !given.has(slot));
    const lowest = takeLowest(left, BigInt(open.length)).flatMap(each);
    open.forEach((slot, at) => {
      const range = lowest[at];
      if (range) given.set(slot, range);
    });
    return given;
  },
});

/** What a block that is too small, or of the other family, leaves to be said; checks name it as a blocker. */
export const fromAnother = ({ block }: Pick<PoolSpace, "block">): Value<string> =>
  // The platform's Services take IPv4 addresses.
  ({ kind: "later", who: block.family === 6 ? "a block of IPv4 addresses" : "a larger block" });

/** Whether an address may be given out of a block. */
export const isFree = (space: Pick<PoolSpace, "preferred" | "last">, range: Range): boolean => [...space.preferred, ...space.last].some((part) => contains(part, range));

/** The addresses of a short range, one by one. */
const each = (range: Range): readonly Range[] => Array.from({ length: Number(range.last - range.first) + 1 }, (_, at) => ({ ...range, first: range.first + BigInt(at), last: range.first + BigInt(at) }));

/** Where a virtual address comes from: an address of the block, or whoever hands it out when the Service is created. */
export function addressAt(read: Reader, cluster: string, slot: Slot): { readonly address: Value<string>; readonly pool?: string } {
  const space = read.optionalRule(poolSpace, cluster);
  if (!space) return { address: addressElsewhere(read, cluster) };
  const range = read.rule(slotAddresses, cluster).get(slot);
  const pool = `address.pool[${cluster}]`;
  if (!range || range.family === 6) return { address: fromAnother(space), pool };
  return { address: known(formatRange(range)), pool };
}
