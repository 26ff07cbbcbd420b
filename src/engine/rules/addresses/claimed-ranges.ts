import type { Reader } from "../../kernel/rule.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { parseAny } from "../../values/range.ts";
import { clusterRanges } from "./cluster-ranges.ts";
import { datacenterRanges } from "./datacenter-ranges.ts";
import type { Claimed } from "./overlap-verdicts.ts";
import { placeRanges } from "./place-ranges.ts";
import { balancerSoFar } from "../basics/balancer.ts";

/** Ranges that are stated, by who claims them. */
export interface ClaimedRanges {
  readonly byPlace: ReadonlyMap<string, readonly Claimed[]>;
  readonly byCluster: ReadonlyMap<string, readonly Claimed[]>;
  readonly byDatacenter: ReadonlyMap<string, readonly Claimed[]>;
}

/** Rows with the addresses that they stand for. */
export const claimed = (rows: readonly AddressRange[]): readonly Claimed[] =>
  rows.flatMap((row) => {
    const range = parseAny(row.text);
    return range ? [{ row, range }] : [];
  });

/** All ranges of places, clusters and datacenters. */
export function claimedRanges(read: Reader): ClaimedRanges {
  return {
    byPlace: new Map(read.subjects("place").map((id) => [id, claimed(read.rule(placeRanges, id))])),
    byCluster: new Map(read.subjects("cluster").map((id) => [id, rangesOfCluster(read, id)])),
    byDatacenter: new Map(read.subjects("datacenter").map((id) => [id, claimed(read.rule(datacenterRanges, id))])),
  };
}

/** Ranges of a cluster with the way they are announced; none while the kind is open. */
function rangesOfCluster(read: Reader, cluster: string): readonly Claimed[] {
  const rows = read.outcome(clusterRanges, cluster);
  const kind = balancerSoFar(read, cluster);
  return rows.kind === "known" && kind !== undefined ? claimed(rows.value).map((one) => ({ ...one, scope: kind.poolScope })) : [];
}
