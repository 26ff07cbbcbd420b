import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { privateBlocks } from "../../facts/addresses.ts";
import type { Reader } from "../../kernel/rule.ts";
import { contains, parseBlock, sweep } from "../../values/range.ts";
import { clusterName, masterCluster } from "../basics/platform.ts";
import { servedByHub } from "../workloads/hub.ts";
import type { ClaimedRanges } from "./claimed-ranges.ts";
import { standIns, toldApart, type Behind } from "./hidden-workers.ts";
import type { Claimed } from "./overlap-verdicts.ts";
import type { ReachedHost } from "./reached-hosts.ts";

/** Shows pairs of ranges in different places that share a partner: a server that both dial, their Seed, or the master. `partner` is who would have to answer both. */
export function eachPairWithPartner(read: Reader, { byPlace, byCluster, byDatacenter }: ClaimedRanges, hosts: readonly ReachedHost[], show: (a: Claimed, b: Claimed, partner: string) => void): void {
  const nodeNetworks = (place: string): readonly Claimed[] => (byPlace.get(place) ?? []).filter(({ row }) => row.kind === "node-network");
  const workersOf = remembered((datacenter: string): readonly Behind[] => {
    const own = (byDatacenter.get(datacenter) ?? []).filter(({ row }) => row.kind === "worker-network");
    const place = read.optional(infrastructure.datacenter.place, datacenter);
    const all = own.length > 0 || place === undefined ? own : nodeNetworks(place);
    const hiddenBy = standIns(read, datacenter);
    return all.map((claimed) => ({ claimed, range: claimed.range, standIns: hiddenBy }));
  });
  const nodesOf = (cluster: string): readonly Claimed[] => {
    const place = read.optional(infrastructure.cluster.place, cluster);
    return place === undefined ? [] : nodeNetworks(place);
  };
  const plainly = (ranges: readonly Claimed[]): readonly Behind[] => ranges.map((claimed) => ({ claimed, range: claimed.range }));
  const among = (ranges: readonly Behind[], partner: string) => {
    const order = new Map(ranges.map((one, at) => [one, at]));
    sweep([...order.keys()], (a, b) => {
      if (a.claimed.row.place === b.claimed.row.place || toldApart(a, b)) return;
      if ((order.get(a) ?? 0) < (order.get(b) ?? 0)) show(a.claimed, b.claimed, partner);
      else show(b.claimed, a.claimed, partner);
    });
  };

  const master = read.outcome(masterCluster);
  if (master.kind === "known") {
    const frontOf = (id: string) => [...nodesOf(id), ...(byCluster.get(id) ?? []).filter(({ row }) => row.kind === "pool")];
    among(plainly([...byCluster.keys()].filter((id) => id !== master.value).flatMap(frontOf)), clusterName(read, master.value));
  }
  const bySeed = groupedBy([...byDatacenter.keys()], (id) => read.optional(infrastructure.datacenter.seed, id));
  for (const [seed, ids] of bySeed) if (seed !== undefined) among(ids.flatMap(workersOf), clusterName(read, seed));

  // KubeLB dials the nodes themselves, so nothing may stand for their addresses.
  const served = read.rule(servedByHub);
  among(plainly([...served.clusters.flatMap(nodesOf), ...served.datacenters.flatMap(workersOf).map(({ claimed }) => claimed)]), "KubeLB");

  const spaces = read.fact(privateBlocks.spaces).flatMap((text) => parseBlock(text) ?? []);
  const datacentersOf = groupedBy([...byDatacenter.keys()], (id) => read.optional(infrastructure.datacenter.place, id));
  const callersOf = ({ row: { place }, dialledBy }: ReachedHost): readonly Behind[] =>
    place === undefined ? [] : [...(dialledBy.includes("platform") ? plainly(nodeNetworks(place)) : []), ...(dialledBy.includes("user-clusters") ? (datacentersOf.get(place) ?? []).flatMap(workersOf) : [])];
  // Who leaves the site is translated on the way out, and each place may have a server of its own in its own network.
  const shared = hosts.filter(({ is, range, row: { place } }) => is === undefined && place !== undefined && spaces.some((space) => contains(space, range)) && !liesAt(place, range));
  for (const [text, same] of groupedBy(shared, ({ row }) => row.text)) among(same.flatMap(callersOf), text);

  function liesAt(place: string, range: ReachedHost["range"]): boolean {
    const here = [...(byPlace.get(place) ?? []), ...(datacentersOf.get(place) ?? []).flatMap((id) => byDatacenter.get(id) ?? [])];
    return here.some(({ row, range: net }) => (row.kind === "node-network" || row.kind === "worker-network") && contains(net, range));
  }
}

function remembered<T>(of: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>();
  return (id) => {
    const value = known.get(id) ?? of(id);
    known.set(id, value);
    return value;
  };
}

function groupedBy<T, K>(all: readonly T[], keyOf: (one: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
