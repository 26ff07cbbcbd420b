import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import type { Reader } from "../../kernel/rule.ts";
import { contains, parseRange, type Range } from "../../values/range.ts";
import { masterCluster, releaseIn } from "../basics/platform.ts";
import type { PoolSpace } from "./pool-space.ts";

/** Waits for the address of the customer's Gateway, where that is the entry of the cluster: it may be one of the block. */
export function needGatewayAddress(read: Reader, cluster: string): void {
  if (releaseIn(read).entry.own === true && read.optionalRule(masterCluster) === cluster) read.need([platformEntry.plan.gatewayAddress]);
}

/** Address of the customer's Gateway, where it is one of the master's block that nobody else is known to have: what announces the block hands it out, to that Gateway and to nobody else. */
export function gatewayInBlock(read: Reader, cluster: string, { preferred, last }: Pick<PoolSpace, "preferred" | "last">): Range | undefined {
  if (releaseIn(read).entry.own !== true || read.optionalRule(masterCluster) !== cluster) return undefined;
  // While it is open, the entry is an open point, and its address may be any of the block.
  const range = parseRange(read.optional(platformEntry.plan.gatewayAddress) ?? "");
  return range && [...preferred, ...last].some((part) => contains(part, range)) ? range : undefined;
}
