import { privateBlocks } from "../../facts/addresses.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { parseBlock, type Block, type Range } from "../../values/range.ts";
import { canMove, easier } from "./ease.ts";
import { fitOf, type Fit } from "./fits.ts";
import { freeBlock } from "./free-block.ts";
import { inUse } from "./in-use.ts";
import type { Claimed } from "./overlap-verdicts.ts";
import { overlaps, type Overlap } from "./overlaps.ts";
import { poolSpace } from "./pool-space.ts";
import { meetsReserved } from "./reserved.ts";

interface Move {
  readonly row: AddressRange;
  readonly block: Block;
  readonly fit: Fit;
}

/**
 * Free blocks by the ids of the ranges that cannot stay as they are: because they meet another, are too small, or lie where
 * nobody hears of them. All are given out in one pass, apart from everything stated and from one another, so that each heals
 * what it is offered for, alone or with others. Large blocks come first, since small ones find room between them. None where
 * no block of the size is free.
 */
const freeBlocks = rule<ReadonlyMap<string, string>>({
  id: "addresses.free-blocks",
  title: "Free blocks for ranges that cannot stay as they are",
  per: "plan",
  sources: ["rfc.1918"],
  derive: (read) => {
    const { pairs, stated } = read.rule(overlaps);
    const spaces = read.fact(privateBlocks.spaces).flatMap((text) => parseBlock(text) ?? []);
    const freeFor = searching(read, spaces);
    const found = new Map<string, string>();
    const proposed: { readonly range: Range }[] = [];
    for (const { row, block, fit } of movesOf(read, pairs, stated).toSorted((one, other) => one.fit.prefix - other.fit.prefix)) {
      const value = freeFor({ row, block, fit }, proposed);
      const range = value === undefined ? undefined : parseBlock(value);
      if (value === undefined || !range) continue;
      found.set(row.id, value);
      proposed.push({ range });
    }
    return found;
  },
});

/** The block that is offered in place of a range, by the range's id; undefined where none of the size is free, or the range may stay. */
export const freeBlockOf = (read: Reader, id: string): string | undefined => read.rule(freeBlocks).get(id);

/** All of them, for who looks for further ones. */
export const offeredBlocks = (read: Reader): readonly string[] => [...read.rule(freeBlocks).values()];

/**
 * Blocks inside the node network by cluster, in place of stated ones that routers lead there: for when the nodes are to answer
 * for them by themselves. Apart from one another, and from every free block that is offered otherwise.
 */
const blocksBesideNodes = rule<ReadonlyMap<string, string>>({
  id: "addresses.blocks-beside-nodes",
  title: "Free blocks of node networks for virtual addresses",
  per: "plan",
  sources: ["rfc.1918"],
  derive: (read) => {
    const offered = read.rule(freeBlocks);
    // The segment of each is all that is looked at.
    const freeFor = searching(read, []);
    const rows = new Map(read.rule(overlaps).stated.map(({ row }) => [row.id, row]));
    const found = new Map<string, string>();
    for (const cluster of read.subjects("cluster")) {
      const space = read.outcome(poolSpace, cluster);
      const row = rows.get(`range.pool[${cluster}]`);
      if (space.kind !== "known" || !row || space.value.block.family !== space.value.nodeNetwork.family) continue;
      const { block, nodeNetwork: segment } = space.value;
      const fit = fitOf(read, row, block);
      const others = [...[...offered].filter(([id]) => id !== row.id).map(([, text]) => text), ...found.values()].flatMap((text) => parseBlock(text) ?? []).map((range) => ({ range }));
      const value = fit && freeFor({ row, block, fit: { ...fit, segment } }, others);
      if (value !== undefined) found.set(cluster, value);
    }
    return found;
  },
});

/** The block of the node network that a cluster's virtual addresses may move to; undefined where none of the size is free. */
export const blockBesideNodes = (read: Reader, cluster: string): string | undefined => read.rule(blocksBesideNodes).get(cluster);

/** What finds a block in place of a range, apart from all that is in use and from others that are offered. */
function searching(read: Reader, spaces: readonly Range[]): (move: Move, offered: readonly { readonly range: Range }[]) => string | undefined {
  const { pairs, stated } = read.rule(overlaps);
  const used = inUse(read);
  const met = metBy(pairs);
  return ({ row, block, fit }, offered) =>
    freeBlock(row, block, fit, { spaces, used: [...used.filter(({ id }) => id !== row.id), ...offered], foreign: fit.segment ? foreignTo(row.id, fit.segment, stated, met) : new Set() });
}

/** Ranges that cannot stay, each once. */
function movesOf(read: Reader, pairs: readonly Overlap[], stated: readonly Claimed[]): readonly Move[] {
  const meeting = new Set([...pairs.flatMap(({ a, b }) => easier(a.row, b.row)?.id ?? []), ...meetsReserved(read, stated).map((one) => one.stated.row.id)]);
  const movable = new Map(stated.filter(({ row }) => canMove(row)).map(({ row }) => [row.id, row]));
  return [...movable.values()].flatMap((row) => {
    const block = parseBlock(row.text);
    const fit = block && fitOf(read, row, block);
    return block && fit && (fit.unfit || meeting.has(row.id)) ? [{ row, block, fit }] : [];
  });
}

/** By the id of each range: those that it meets and must not, and whether it is the one of both that stays. */
function metBy(pairs: readonly Overlap[]): ReadonlyMap<string, ReadonlyMap<string, boolean>> {
  const met = new Map<string, Map<string, boolean>>();
  for (const { a, b } of pairs) {
    const moves = easier(a.row, b.row)?.id;
    for (const [one, other] of [[a, b], [b, a]] as const) {
      const of = met.get(one.row.id) ?? new Map<string, boolean>();
      met.set(one.row.id, of.set(other.row.id, moves !== one.row.id));
    }
  }
  return met;
}

/** Ids of what meets a range's segment and must not: a block inside would meet it as well, unless the range does already and the other is the one to go. */
function foreignTo(id: string, segment: Block, stated: readonly Claimed[], met: ReturnType<typeof metBy>): ReadonlySet<string> {
  const isSegment = ({ row, range }: Claimed) => (row.kind === "node-network" || row.kind === "worker-network") && range.first === segment.first && range.last === segment.last;
  const stays = met.get(id);
  const around = stated.filter(isSegment).flatMap(({ row }) => [...(met.get(row.id)?.keys() ?? [])]);
  return new Set(around.filter((other) => stays?.get(other) !== true));
}
