import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import { masterCluster } from "../basics/platform.ts";
import type { ClaimedRanges } from "./claimed-ranges.ts";
import type { Claimed } from "./overlap-verdicts.ts";

/** Shows pairs of ranges in different places whose machines talk to each other: workers and their Seed, Seeds and the master. */
export function eachLinkedPair(read: Reader, { byPlace, byCluster, byDatacenter }: ClaimedRanges, show: (a: Claimed, b: Claimed) => void): void {
  const nodeNetworksOf = (place: string | undefined): readonly Claimed[] =>
    place === undefined ? [] : (byPlace.get(place) ?? []).filter(({ row }) => row.kind === "node-network");
  const frontOf = (cluster: string): readonly Claimed[] => [
    ...nodeNetworksOf(read.optional(infrastructure.cluster.place, cluster)),
    ...(byCluster.get(cluster) ?? []).filter(({ row }) => row.kind === "pool"),
  ];
  const link = (left: readonly Claimed[], right: readonly Claimed[]) => {
    for (const a of left) for (const b of right) if (a.row.place !== b.row.place) show(a, b);
  };
  for (const [id, ranges] of byDatacenter) {
    const seed = read.optional(infrastructure.datacenter.seed, id);
    const place = read.optional(infrastructure.datacenter.place, id);
    const own = ranges.filter(({ row }) => row.kind === "worker-network");
    if (seed !== undefined) link(own.length > 0 ? own : nodeNetworksOf(place), frontOf(seed));
  }
  const master = read.outcome(masterCluster);
  if (master.kind === "known") for (const id of byCluster.keys()) if (id !== master.value) link(frontOf(id), frontOf(master.value));
}
