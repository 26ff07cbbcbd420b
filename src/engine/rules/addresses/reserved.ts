import { reservedAddresses } from "../../facts/addresses.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Finding } from "../../plan/plan.ts";
import { overlapOf, parseAny, type Range } from "../../values/range.ts";
import type { Claimed } from "./overlap-verdicts.ts";

/** Addresses that machines use for themselves. */
interface Reserved {
  readonly text: string;
  readonly range: Range;
  readonly severity: Finding["severity"];
  /** Which machines use them, and for what, as the beginning of a sentence. */
  readonly who: string;
}

/** Stated ranges that meet addresses which machines use for themselves. */
export function meetsReserved(read: Reader, stated: readonly Claimed[]): readonly { readonly stated: Claimed; readonly reserved: Reserved }[] {
  const all: readonly Omit<Reserved, "range">[] = [
    { text: read.fact(reservedAddresses.nodeLocalDns), severity: "blocker", who: "Every node of a user cluster answers DNS there" },
    { text: read.fact(reservedAddresses.docker), severity: "warning", who: "Machines with Docker use it on their own bridge" },
  ];
  const reserved = all.flatMap((one) => {
    const range = parseAny(one.text);
    return range ? [{ ...one, range }] : [];
  });
  return stated.flatMap((one) => reserved.flatMap((other) => (overlapOf(other.range, one.range) ? [{ stated: one, reserved: other }] : [])));
}
