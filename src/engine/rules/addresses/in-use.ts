import { fronts } from "../../answers/chapters/fronts.ts";
import { reservedAddresses } from "../../facts/addresses.ts";
import type { Reader } from "../../kernel/rule.ts";
import { parseAny, type Range } from "../../values/range.ts";
import { clusterClaims } from "./cluster-claims.ts";
import { ownGateways } from "./gateways.ts";
import { overlaps } from "./overlaps.ts";
import { placeClaims } from "./place-claims.ts";

/** A range that something uses; ranges that answers state have the id of their row. */
export interface Used {
  readonly id?: string;
  readonly range: Range;
}

/** Every range and address that the plan knows of, so that nothing is proposed which meets one. */
export const inUse = (read: Reader): readonly Used[] => [
  ...read.rule(overlaps).stated.map(({ row, range }) => ({ id: row.id, range })),
  ...[read.fact(reservedAddresses.docker), read.fact(reservedAddresses.nodeLocalDns)].flatMap((text) => parseAny(text) ?? []).map((range) => ({ range })),
  ...read.subjects("place").flatMap((place) => read.rule(placeClaims, place).ranges),
  ...read.subjects("cluster").flatMap((cluster) => read.rule(clusterClaims, cluster).ranges),
  ...read.subjects("datacenter").flatMap((datacenter) => ownGateways(read, datacenter)).flatMap((text) => parseAny(text) ?? []).map((range) => ({ range })),
  ...balancerSources(read).map((range) => ({ range })),
];

/** Addresses from which load balancers outside call nodes. */
const balancerSources = (read: Reader): readonly Range[] =>
  read.subjects("cluster").flatMap((cluster) => [fronts.cluster.applianceSources, fronts.cluster.apiBalancerSources, fronts.cluster.nodeFrontSources].flatMap((question) => read.optional(question, cluster) ?? [])).flatMap((text) => parseAny(text) ?? []);
