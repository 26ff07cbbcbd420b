import { privateBlocks } from "../../facts/addresses.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Family } from "../../values/address.ts";
import { contains, formatBlock, parseBlock, prefixFor, roomierBlock, type Block, type Range } from "../../values/range.ts";
import { ipamPool } from "../workloads/ipam.ts";
import { segmentOf } from "../workloads/segment.ts";
import { inUse, type Used } from "./in-use.ts";
import type { Claimed } from "./overlap-verdicts.ts";
import { overlaps } from "./overlaps.ts";
import { poolOf } from "./pool.ts";
import { poolSpace } from "./pool-space.ts";

/** Everything in use, except one range. */
export const takenBut = (read: Reader, id: string): readonly Range[] => usedBut(read, id).map(({ range }) => range);

const usedBut = (read: Reader, id: string) => inUse(read).filter((one) => one.id !== id);

/** Private blocks that proposals are taken from. */
export const privateSpaces = (read: Reader): readonly Range[] => read.fact(privateBlocks.spaces).flatMap((text) => parseBlock(text) ?? []);

/** What a block must keep besides its prefix length. */
interface Wish {
  /** Network that the block must lie in. */
  readonly segment?: Block;
  /** What the plan proposes for other ranges. */
  readonly proposed?: readonly Range[] | undefined;
  /** Whether the block may hold the first and the last address of the segment, because it is large enough without them. */
  readonly withEdges?: boolean;
}

/**
 * A free block of the given prefix length in place of a stated one: that one widened, so that its addresses stay, or the
 * nearest; inside the segment where one is given. Nothing in place of public addresses: nobody can guess who has which.
 * @param id Id of the stated range, which is in nobody's way.
 */
export function freeBlockNear(read: Reader, id: string, block: Block, prefix: number, { segment, proposed = [], withEdges = false }: Wish = {}): string | undefined {
  const spaces = segment ? [segment] : privateSpaces(read);
  if (!segment && !spaces.some((space) => contains(space, block))) return undefined;
  const edge = (number: bigint): Range => ({ family: block.family, first: number, last: number });
  const used: readonly Used[] = [...usedBut(read, id), ...proposed.map((range) => ({ range }))];
  const taken = used.map(({ range }) => range);
  // The segment itself, and larger nets around it, are where the block belongs; leases that fill it, and networks that it must not meet, are not.
  const foreign = segment ? metBy(read, id, segment) : new Set<string>();
  const isAround = (one: Used) => segment !== undefined && contains(one.range, segment) && !one.id?.startsWith("range.dhcp") && !foreign.has(one.id ?? "");
  const edges = segment && segment.family === 4 && segment.prefix < 31 ? [edge(segment.first), edge(segment.last)] : [];
  const others = segment ? used.filter((one) => !isAround(one)).map(({ range }) => range) : taken;
  const inner = roomierBlock(block, prefix, spaces, [...others, ...edges]);
  const outer = withEdges ? roomierBlock(block, prefix, spaces, others) : undefined;
  // Addresses that stay are worth two that nobody can use.
  const found = outer && (inner === undefined || (contains(outer, block) && !contains(inner, block))) ? outer : inner;
  return found && formatBlock(found);
}

/** Ids of networks that a range or its segment must not meet and does. */
function metBy(read: Reader, id: string, segment: Block): ReadonlySet<string> {
  const isNetwork = ({ row }: Claimed) => row.kind === "node-network" || row.kind === "worker-network";
  const isOurs = (one: Claimed) => one.row.id === id || (isNetwork(one) && one.range.first === segment.first && one.range.last === segment.last);
  return new Set(read.rule(overlaps).pairs.flatMap(({ a, b }) => [[a, b] as const, [b, a] as const]).flatMap(([one, other]) => (isOurs(one) && isNetwork(other) ? [other.row.id] : [])));
}

/** The same for a cluster's virtual addresses; inside the node network where the announcement demands it. */
export function freeBlockFor(read: Reader, cluster: string, prefix: number, proposed?: readonly Range[]): string | undefined {
  const { block, nodeNetwork, kind } = read.rule(poolSpace, cluster);
  const inside = kind.poolScope === "node-network";
  const pool = read.outcome(poolOf, cluster);
  const withEdges = pool.kind === "known" && holdsBeyondEdges(block.family, prefix, BigInt(pool.value.needed));
  return freeBlockNear(read, `range.pool[${cluster}]`, block, prefix, { ...(inside ? { segment: nodeNetwork } : {}), proposed, withEdges });
}

/** The prefix length at which a block in place of a stated one holds what its cluster needs as well; that of the stated block while nobody can tell. */
export function prefixNeeded(read: Reader, cluster: string, { family, prefix }: Block): number {
  const pool = read.outcome(poolOf, cluster);
  return pool.kind === "known" && pool.value.needed > 0 ? Math.min(prefix, prefixFor(BigInt(pool.value.needed), family)) : prefix;
}

/** Whether a block of this length holds so many addresses even where two of its own cannot be given out. */
const holdsBeyondEdges = (family: Family, prefix: number, needed: bigint): boolean => needed > 0n && needed + 2n <= 1n << BigInt((family === 4 ? 32 : 128) - prefix);

/** The same for workloads of a datacenter; inside the workers' network where they answer for the addresses themselves. */
export function freeBlockForWorkloads(read: Reader, datacenter: string, block: Block, prefix: number, proposed?: readonly Range[]): string | undefined {
  const layer2 = read.outcome(ipamPool, datacenter).kind === "known";
  const segment = layer2 ? parseBlock(segmentOf(read, datacenter, block.family)) : undefined;
  return freeBlockNear(read, `range.workloads[${datacenter}]`, block, prefix, { ...(segment ? { segment } : {}), proposed });
}
