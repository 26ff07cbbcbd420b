import { reservedAddresses } from "../../facts/addresses.ts";
import type { Reader } from "../../kernel/rule.ts";
import { overlapOf, parseAny, type Range } from "../../values/range.ts";
import type { Claimed } from "./overlap-verdicts.ts";

/** Addresses that machines use for themselves. */
interface Reserved {
  readonly text: string;
  readonly range: Range;
  /** Which machines use them: every node of a user cluster, for DNS, or those with Docker. */
  readonly by: "nodes" | "docker";
}

/** Stated ranges that meet addresses which machines use for themselves. */
export function meetsReserved(read: Reader, stated: readonly Claimed[]): readonly { readonly stated: Claimed; readonly reserved: Reserved }[] {
  const all: readonly Omit<Reserved, "range">[] = [
    { text: read.fact(reservedAddresses.nodeLocalDns), by: "nodes" },
    { text: read.fact(reservedAddresses.docker), by: "docker" },
  ];
  const reserved = all.flatMap((one) => {
    const range = parseAny(one.text);
    return range ? [{ ...one, range }] : [];
  });
  return stated.flatMap((one) => reserved.flatMap((other) => (overlapOf(other.range, one.range) ? [{ stated: one, reserved: other }] : [])));
}
