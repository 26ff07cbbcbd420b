import { reservedAddresses } from "../../facts/addresses.ts";
import type { Reader } from "../../kernel/rule.ts";
import { contains, parseAny, type Range } from "../../values/range.ts";
import { callingRanges } from "./calling-ranges.ts";
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
  ...callers(read).map((range) => ({ range })),
];

/** Networks from which somebody calls, but for larger ones that ranges of the plan lie in. */
const callers = (read: Reader): readonly Range[] => {
  const { stated } = read.rule(overlaps);
  return callingRanges(read).filter((caller) => !stated.some(({ range }) => contains(caller.range, range))).map(({ range }) => range);
};
