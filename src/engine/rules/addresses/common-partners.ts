import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { privateBlocks } from "../../facts/addresses.ts";
import type { Reader } from "../../kernel/rule.ts";
import { contains, parseBlock, sweep } from "../../values/range.ts";
import { clusterName, masterCluster } from "../basics/platform.ts";
import type { ClaimedRanges } from "./claimed-ranges.ts";
import type { Claimed } from "./overlap-verdicts.ts";
import type { ReachedHost } from "./reached-hosts.ts";

/** Shows pairs of ranges in different places that share a partner: a server that both dial, their Seed, or the master. `partner` is who would have to answer both. */
export function eachPairWithPartner(read: Reader, { byPlace, byCluster, byDatacenter }: ClaimedRanges, hosts: readonly ReachedHost[], show: (a: Claimed, b: Claimed, partner: string) => void): void {
  const nodeNetworks = (place: string): readonly Claimed[] => (byPlace.get(place) ?? []).filter(({ row }) => row.kind === "node-network");
  const workersOf = (datacenter: string): readonly Claimed[] => {
    const own = (byDatacenter.get(datacenter) ?? []).filter(({ row }) => row.kind === "worker-network");
    const place = read.optional(infrastructure.datacenter.place, datacenter);
    return own.length > 0 || place === undefined ? own : nodeNetworks(place);
  };
  const among = (ranges: readonly Claimed[], partner: string) => {
    const order = new Map(ranges.map((one, at) => [one, at]));
    sweep([...order.keys()], (a, b) => {
      if (a.row.place === b.row.place) return;
      if ((order.get(a) ?? 0) < (order.get(b) ?? 0)) show(a, b, partner);
      else show(b, a, partner);
    });
  };

  const master = read.outcome(masterCluster);
  if (master.kind === "known") {
    const frontOf = (id: string) => {
      const place = read.optional(infrastructure.cluster.place, id);
      return [...(place === undefined ? [] : nodeNetworks(place)), ...(byCluster.get(id) ?? []).filter(({ row }) => row.kind === "pool")];
    };
    among([...byCluster.keys()].filter((id) => id !== master.value).flatMap(frontOf), clusterName(read, master.value));
  }
  const bySeed = groupedBy([...byDatacenter.keys()], (id) => read.optional(infrastructure.datacenter.seed, id));
  for (const [seed, ids] of bySeed) if (seed !== undefined) among(ids.flatMap(workersOf), clusterName(read, seed));

  const spaces = read.fact(privateBlocks.spaces).flatMap((text) => parseBlock(text) ?? []);
  const datacentersOf = groupedBy([...byDatacenter.keys()], (id) => read.optional(infrastructure.datacenter.place, id));
  const callersOf = ({ row: { place }, dialledBy }: ReachedHost): readonly Claimed[] =>
    place === undefined ? [] : [...(dialledBy.includes("platform") ? nodeNetworks(place) : []), ...(dialledBy.includes("user-clusters") ? (datacentersOf.get(place) ?? []).flatMap(workersOf) : [])];
  // Who leaves the site is translated on the way out, and each place may have a server of its own in its own network.
  const shared = hosts.filter(({ is, range, row: { place } }) => is === undefined && place !== undefined && spaces.some((space) => contains(space, range)) && !liesAt(place, range));
  for (const [text, same] of groupedBy(shared, ({ row }) => row.text)) among(same.flatMap(callersOf), text);

  function liesAt(place: string, range: ReachedHost["range"]): boolean {
    const here = [...(byPlace.get(place) ?? []), ...(datacentersOf.get(place) ?? []).flatMap((id) => byDatacenter.get(id) ?? [])];
    return here.some(({ row, range: net }) => (row.kind === "node-network" || row.kind === "worker-network") && contains(net, range));
  }
}

function groupedBy<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
