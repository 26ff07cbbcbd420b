import type { Reader } from "../../kernel/rule.ts";
import { overlapOf, parseBlock, type Range } from "../../values/range.ts";
import { seenAtSight, workersSeen } from "../basics/leaving.ts";
import type { Claimed } from "./overlap-verdicts.ts";

/** Addresses that stand for those of workers also in networks that are routed to them, none while they are open; undefined where these see the workers' own. */
export function standIns(read: Reader, datacenter: string): readonly Range[] | undefined {
  const look = () => seenAtSight(read, workersSeen, datacenter);
  const seen = read.aside(look);
  if (!seen || seen.onInternet || seen.as === "own") return undefined;
  look();
  read.cite(...seen.sources);
  return seen.addresses.flatMap((value) => (value.kind === "known" ? (parseBlock(value.value) ?? []) : []));
}

/** Machines in a network, with the addresses that stand for theirs. */
export interface Behind {
  readonly range: Range;
  readonly claimed: Claimed;
  readonly standIns?: readonly Range[] | undefined;
}

/** Whether a partner that both dial can tell two alike networks apart: by the addresses that stand for those of one of them, or by different ones for both. Nothing stands for addresses of IPv6. */
export function toldApart({ range, standIns: a }: Behind, { standIns: b }: Behind): boolean {
  if (range.family !== 4 || (!a && !b)) return false;
  return !a || !b || !a.some((one) => b.some((other) => overlapOf(one, other)));
}
