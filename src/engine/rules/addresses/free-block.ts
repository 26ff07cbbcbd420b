import { findQuestion } from "../../answers/chapters/registry.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { contains, formatBlock, overlapOf, parseBlock, roomierBlock, type Block, type Range } from "../../values/range.ts";
import type { Fit } from "./fits.ts";
import type { Used } from "./in-use.ts";

/** What is known where a block is looked for. */
export interface Ground {
  /** Private blocks that proposals are taken from. */
  readonly spaces: readonly Range[];
  /** All that is in use, the range itself left out. */
  readonly used: readonly Used[];
  /** Ids of what meets the segment, and keeps every block inside from being free. */
  readonly foreign: ReadonlySet<string>;
}

/** A free block in place of a stated one: that one widened, so that its addresses stay, or the nearest; inside the segment where the fit names one. */
export function freeBlock({ kind, path }: AddressRange, block: Block, fit: Fit, ground: Ground): string | undefined {
  return kind === "pool" || kind === "workloads" ? blockOfAddresses(block, fit, ground) : rangeLike(path, block, fit, ground);
}

/** A block of addresses that are given out. Nothing in place of public ones: nobody can guess who has which. */
function blockOfAddresses(block: Block, { prefix, segment, withEdges = false }: Fit, { spaces: all, used, foreign }: Ground): string | undefined {
  const spaces = segment ? [segment] : all;
  if (!segment && !spaces.some((space) => contains(space, block))) return undefined;
  const edge = (number: bigint): Range => ({ family: block.family, first: number, last: number });
  // The segment itself, and larger nets around it, are where the block belongs; leases that fill it, and what it must not meet, are not.
  const isAround = (one: Used) => segment !== undefined && contains(one.range, segment) && !one.id?.startsWith("range.dhcp") && !foreign.has(one.id ?? "");
  const edges = segment && segment.family === 4 && segment.prefix < 31 ? [edge(segment.first), edge(segment.last)] : [];
  const others = used.filter((one) => !isAround(one)).map(({ range }) => range);
  const inner = roomierBlock(block, prefix, spaces, [...others, ...edges]);
  const outer = withEdges ? roomierBlock(block, prefix, spaces, others) : undefined;
  // Addresses that stay are worth two that nobody can use.
  const found = outer && (inner === undefined || (contains(outer, block) && !contains(inner, block))) ? outer : inner;
  return found && formatBlock(found);
}

/** A range inside clusters, or a network of workers: the product's usual one where that is free. */
function rangeLike(path: string, block: Block, { prefix }: Fit, { spaces, used }: Ground): string | undefined {
  const taken = used.map(({ range }) => range);
  const found = roomierBlock(block, prefix, spaces, taken);
  if (found && contains(found, block)) return formatBlock(found);
  const standard = findQuestion(path)?.productDefault?.value;
  const usual = typeof standard === "string" ? parseBlock(standard) : undefined;
  if (usual && usual.prefix <= prefix && !overlapOf(usual, block) && !taken.some((range) => overlapOf(usual, range))) return formatBlock(usual);
  return found && formatBlock(found);
}
