import { fronts } from "../../answers/chapters/fronts.ts";
import type { Reader } from "../../kernel/rule.ts";
import { formatCount } from "../../values/figures.ts";
import { parseBlock, sizeOf } from "../../values/range.ts";
import { platformDual } from "../basics/families.ts";

/**
 * What a larger block of virtual addresses takes besides, as a clause with a comma before it: a larger IPv6 block where the stated
 * one has fewer addresses, since each address has its position in both. Empty where it goes alone. Which IPv6 block is free beside
 * a public one nobody can guess, so no fix sets it.
 */
export function besideBlockOf(read: Reader, cluster: string, size: bigint): string {
  if (!platformDual(read)) return "";
  const stated = read.maybe(fronts.cluster.pool6, cluster);
  const second = stated.kind === "known" ? parseBlock(stated.value) : undefined;
  if (stated.kind !== "known" || !second || sizeOf(second) >= size) return "";
  return `, together with an IPv6 block of at least ${formatCount(Number(size), "address", "addresses")} in place of ${stated.value}, which has ${Number(sizeOf(second))}`;
}
