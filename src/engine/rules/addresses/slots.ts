import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatRange, takeLowest } from "../../values/range.ts";
import { masterCluster, replacedEntry } from "../basics/platform.ts";
import { poolSpace, type PoolSpace } from "./pool-space.ts";

/** Purposes of single virtual addresses. */
export type Slot = "entry" | "former-entry" | "nodeport-proxy";

/** Whether a cluster other than the master serves interfaces of its own user-cluster MLA, and so has an entry of its own. */
export const servesOwnInterfaces = rule<boolean>({
  id: "addresses.own-entry",
  title: "Whether a Seed needs an entry of its own",
  per: "cluster",
  sources: ["kkp.code.seed-stack"],
  derive: (read, cluster) =>
    read.answer(infrastructure.cluster.role, cluster) !== "master" &&
    read.answer(monitoring.plan.userClusterMla) &&
    read.answer(monitoring.plan.seedUis).length > 0,
});

/**
 * The position of a single address in the order in which its cluster asks for them. Positions never depend on how
 * many user clusters or Seeds there are, nor on names:
 *
 * - master: entry, nodeport-proxy; on an upgrade the former entry, nodeport-proxy, the new entry.
 * - separate Seed: nodeport-proxy, entry; on an upgrade nodeport-proxy, the former entry, the new entry.
 */
export function positionOf(read: Reader, slot: Slot, cluster: string): number {
  const master = read.optionalRule(masterCluster) === cluster;
  if (slot === "nodeport-proxy") return master ? 1 : 0;
  const first = master ? 0 : 1;
  if (slot === "former-entry" || read.optionalRule(replacedEntry) === undefined) return first;
  return master && read.answer(infrastructure.cluster.role, cluster) === "master" ? 1 : 2;
}

/** Number of single virtual addresses of a cluster, the former entry included. */
export const singleAddresses = rule<number>({
  id: "addresses.single-addresses",
  title: "Single virtual addresses of the cluster",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.upgrade-2.31"],
  derive: (read, cluster) => {
    const master = read.optionalRule(masterCluster) === cluster;
    const proxy = read.answer(infrastructure.cluster.role, cluster) === "master" ? 0 : 1;
    const entry = master || read.rule(servesOwnInterfaces, cluster);
    if (!entry) return proxy;
    return proxy + (read.optionalRule(replacedEntry) === undefined ? 1 : 2);
  },
});

/** What a block that is too small, or of the other family, leaves to be said; checks name it as a blocker. */
export const fromAnother = ({ block }: Pick<PoolSpace, "block">): Value<string> =>
  // The platform's Services take IPv4 addresses.
  ({ kind: "later", who: block.family === 6 ? "a block of IPv4 addresses" : "a larger block" });

/** Where a virtual address comes from: an address of the block, or the infrastructure when the Service is created. */
export function addressAt(read: Reader, cluster: string, position: number): { readonly address: Value<string>; readonly pool?: string } {
  const space = read.optionalRule(poolSpace, cluster);
  if (!space) return { address: { kind: "later", who: providerOf(read.answer(infrastructure.cluster.provider, cluster)).title } };
  const wanted = takeLowest([...space.preferred, ...space.last], BigInt(position) + 1n);
  const part = wanted.at(-1);
  const count = wanted.reduce((sum, { first, last }) => sum + last - first + 1n, 0n);
  const pool = `address.pool[${cluster}]`;
  if (!part || count <= BigInt(position) || part.family === 6) return { address: fromAnother(space), pool };
  return { address: known(formatRange({ ...part, first: part.last })), pool };
}
