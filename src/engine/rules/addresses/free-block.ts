import { privateBlocks } from "../../facts/addresses.ts";
import type { Reader } from "../../kernel/rule.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { contains, formatBlock, parseBlock, roomierBlock, type Block, type Range } from "../../values/range.ts";
import { ipamPool } from "../workloads/ipam.ts";
import { segmentOf } from "../workloads/segment.ts";
import { inUse, type Used } from "./in-use.ts";
import { poolSpace } from "./pool-space.ts";

/** Everything in use, except one range. */
export const takenBut = (read: Reader, id: string): readonly Range[] => usedBut(read, id).map(({ range }) => range);

const usedBut = (read: Reader, id: string) => inUse(read).filter((one) => one.id !== id);

/** Private blocks that proposals are taken from. */
export const privateSpaces = (read: Reader): readonly Range[] => read.fact(privateBlocks.spaces).flatMap((text) => parseBlock(text) ?? []);

/**
 * A free block of the given prefix length in place of a stated one: that one widened, so that its addresses stay, or the
 * nearest; inside the segment where one is given. Nothing in place of public addresses: nobody can guess who has which.
 * @param id Id of the stated range, which is in nobody's way.
 * @param proposed What the plan proposes for other ranges.
 */
export function freeBlockNear(read: Reader, id: string, block: Block, prefix: number, segment?: Block, proposed: readonly Range[] = []): string | undefined {
  const spaces = segment ? [segment] : privateSpaces(read);
  if (!segment && !spaces.some((space) => contains(space, block))) return undefined;
  const edge = (number: bigint): Range => ({ family: block.family, first: number, last: number });
  const used: readonly Used[] = [...usedBut(read, id), ...proposed.map((range) => ({ range }))];
  const taken = used.map(({ range }) => range);
  // The segment itself, and larger nets around it, are where the block belongs; leases that fill it are not.
  const within = segment && [...used.filter((one) => !contains(one.range, segment) || one.id?.startsWith("range.dhcp")).map(({ range }) => range), ...(segment.family === 4 && segment.prefix < 31 ? [edge(segment.first), edge(segment.last)] : [])];
  const found = roomierBlock(block, prefix, spaces, within ?? taken);
  return found && formatBlock(found);
}

/** The same for a cluster's virtual addresses; inside the node network where the announcement demands it. */
export function freeBlockFor(read: Reader, cluster: string, prefix: number, proposed?: readonly Range[]): string | undefined {
  const { block, nodeNetwork, kind } = read.rule(poolSpace, cluster);
  const inside = loadBalancerKindOf(kind).poolScope === "node-network";
  return freeBlockNear(read, `range.pool[${cluster}]`, block, prefix, inside ? nodeNetwork : undefined, proposed);
}

/** The same for workloads of a datacenter; inside the workers' network where they answer for the addresses themselves. */
export function freeBlockForWorkloads(read: Reader, datacenter: string, block: Block, prefix: number, proposed?: readonly Range[]): string | undefined {
  const layer2 = read.outcome(ipamPool, datacenter).kind === "known";
  const segment = layer2 ? parseBlock(segmentOf(read, datacenter, block.family)) : undefined;
  return freeBlockNear(read, `range.workloads[${datacenter}]`, block, prefix, segment, proposed);
}
