import { access } from "../../answers/chapters/access.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import { reservedAddresses } from "../../facts/addresses.ts";
import type { Reader } from "../../kernel/rule.ts";
import { parseAny, type Range } from "../../values/range.ts";
import { clusterClaims } from "./cluster-claims.ts";
import { overlaps } from "./overlaps.ts";
import { placeClaims } from "./place-claims.ts";

/** A range that something uses; ranges that answers state have the id of their row. */
interface Used {
  readonly id?: string;
  readonly range: Range;
}

/** Every range and address that the plan knows of, so that nothing is proposed which meets one. */
export const inUse = (read: Reader): readonly Used[] => [
  ...read.rule(overlaps).stated.map(({ row, range }) => ({ id: row.id, range })),
  ...[read.fact(reservedAddresses.docker), read.fact(reservedAddresses.nodeLocalDns)].flatMap((text) => parseAny(text) ?? []).map((range) => ({ range })),
  ...read.subjects("place").flatMap((place) => read.rule(placeClaims, place).ranges),
  ...read.subjects("cluster").flatMap((cluster) => read.rule(clusterClaims, cluster).ranges),
  ...fixedHosts(read).map((range) => ({ range })),
];

/** Hosts that were stated by their address, and those of load balancers outside. */
const fixedHosts = (read: Reader): readonly Range[] =>
  [
    read.optional(platformEntry.plan.gatewayAddress),
    read.optional(kubelbHub.plan.kubelbApi),
    ...read.subjects("place").map((place) => read.optional(access.place.bastionAddress, place)),
    ...read.subjects("cluster").flatMap((cluster) => [read.optional(fronts.cluster.nodeFront, cluster), read.optional(fronts.cluster.applianceAddress, cluster)]),
    ...read.subjects("cluster").flatMap((cluster) => [fronts.cluster.applianceSources, fronts.cluster.apiBalancerSources].flatMap((question) => read.optional(question, cluster) ?? [])),
  ].flatMap((text) => (text === undefined ? [] : (parseAny(text) ?? [])));
