import type { Reader } from "../../kernel/rule.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { formatAddress } from "../../values/address.ts";
import { formatBlock, nearestFreeBlock, networkOf, nextFreeBlock, overlapOf, type Range } from "../../values/range.ts";
import { claimsAround } from "./claims.ts";
import { poolSpace } from "./pool-space.ts";
import { privateSpaces, takenBut } from "./proposals.ts";

/**
 * A free block of the given prefix length for a cluster's virtual addresses: the stated block widened where its
 * neighbourhood is free, otherwise the nearest one; inside the node network where the announcement demands it.
 */
export function freeBlockFor(read: Reader, cluster: string, prefix: number): string | undefined {
  const { block, nodeNetwork, kind } = read.rule(poolSpace, cluster);
  const claims = read.rule(claimsAround, cluster).ranges.map(({ range }) => range);
  const own = `range.pool[${cluster}]`;
  const edge = (number: bigint): Range => ({ family: nodeNetwork.family, first: number, last: number });
  if (loadBalancerKindOf(kind).poolScope === "node-network") {
    const others = takenBut(read, own).filter((range) => !(range.first <= nodeNetwork.first && nodeNetwork.last <= range.last));
    const found = nextFreeBlock(nodeNetwork, prefix, [...others, ...claims, edge(nodeNetwork.first), edge(nodeNetwork.last)]);
    return found && formatBlock(found);
  }
  const taken = [...takenBut(read, own), ...claims];
  const widened = networkOf(`${formatAddress({ family: block.family, number: block.first })}/${prefix}`);
  if (widened && prefix < block.prefix && !taken.some((range) => overlapOf(range, widened))) return formatBlock(widened);
  const wanted = prefix < block.prefix ? (widened ?? block) : block;
  const found = nearestFreeBlock(wanted, privateSpaces(read), taken);
  return found && formatBlock(found);
}
