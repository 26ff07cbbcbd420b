import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import { masterCluster } from "../basics/platform.ts";
import { servedByHub } from "../workloads/hub.ts";
import type { ClaimedRanges } from "./claimed-ranges.ts";
import type { Claimed } from "./overlap-verdicts.ts";

/** Shows pairs of ranges in different places whose machines talk to each other: workers and their Seed, Seeds and the master, both and a cluster for load balancing. */
export function eachLinkedPair(read: Reader, { byPlace, byCluster, byDatacenter }: ClaimedRanges, hub: readonly Claimed[], show: (a: Claimed, b: Claimed) => void): void {
  const nodeNetworksOf = (place: string | undefined): readonly Claimed[] =>
    place === undefined ? [] : (byPlace.get(place) ?? []).filter(({ row }) => row.kind === "node-network");
  const frontOf = (cluster: string): readonly Claimed[] => [
    ...nodeNetworksOf(read.optional(infrastructure.cluster.place, cluster)),
    ...(byCluster.get(cluster) ?? []).filter(({ row }) => row.kind === "pool"),
  ];
  const link = (left: readonly Claimed[], right: readonly Claimed[]) => {
    for (const a of left) for (const b of right) if (a.row.place !== b.row.place) show(a, b);
  };
  const served = read.rule(servedByHub);
  const balanced = new Set(served.datacenters);
  for (const [id, ranges] of byDatacenter) {
    const seed = read.optional(infrastructure.datacenter.seed, id);
    const place = read.optional(infrastructure.datacenter.place, id);
    const own = ranges.filter(({ row }) => row.kind === "worker-network");
    const workers = own.length > 0 ? own : nodeNetworksOf(place);
    if (seed !== undefined) link(workers, frontOf(seed));
    if (balanced.has(id)) link(workers, hub);
  }
  for (const id of served.clusters) link(frontOf(id), hub);
  const master = read.outcome(masterCluster);
  if (master.kind === "known") for (const id of byCluster.keys()) if (id !== master.value) link(frontOf(id), frontOf(master.value));
}
