import { privateBlocks } from "../../facts/addresses.ts";
import type { Reader } from "../../kernel/rule.ts";
import { formatBlock, parseBlock, roomierBlock, sizeOf } from "../../values/range.ts";
import { freeBlockOf, offeredBlocks } from "./free-blocks.ts";
import { inUse } from "./in-use.ts";
import { OWN_PODS } from "./overlap-verdicts.ts";
import { lackingIn, podRangeUse, prefixNeeded, type PodRangeUse } from "./pod-range-use.ts";

/** Free blocks in place of the largest range of pods that is a cluster's own, where its ranges are too few: apart from one another, and from every free block that is offered otherwise. */
function podBlocks(read: Reader): ReadonlyMap<string, readonly string[]> {
  const spaces = read.fact(privateBlocks.spaces).flatMap((text) => parseBlock(text) ?? []);
  const lacking = read.subjects("cluster").flatMap((cluster) => {
    const use = read.outcome(podRangeUse, cluster);
    return use.kind === "known" && use.value.path.endsWith(".podRanges") && lackingIn(use.value) !== undefined ? [{ cluster, use: use.value }] : [];
  });
  read.cite("rfc.1918");
  const used = inUse(read);
  const offered = offeredBlocks(read).flatMap((text) => parseBlock(text) ?? []);
  const found = new Map<string, readonly string[]>();
  for (const { cluster, use } of lacking) {
    const ranges = rangesIn(use);
    const [largest] = ranges.toSorted((a, b) => a.block.prefix - b.block.prefix);
    if (!largest) continue;
    const prefix = prefixNeeded(use, ranges.filter(({ at }) => at !== largest.at).map(({ block }) => Number(sizeOf(block))));
    const taken = [...used.filter(({ id }) => id !== `${OWN_PODS}${largest.at + 1}[${cluster}]`).map(({ range }) => range), ...offered];
    const value = roomierBlock(largest.block, Math.min(prefix, largest.block.prefix), spaces, taken);
    if (!value) continue;
    offered.push(value);
    found.set(cluster, use.texts.map((text, at) => (at === largest.at ? formatBlock(value) : text)));
  }
  return found;
}

const rangesIn = ({ texts }: PodRangeUse) =>
  texts.flatMap((text, at) => {
    const block = parseBlock(text);
    return block?.family === 4 ? [{ at, block }] : [];
  });

/** What an answer about ranges of pods would be if it had room: one range for a cluster that has that of the platform, all of them for one with its own; undefined where no block of the size is free. */
export function roomierRanges(read: Reader, cluster: string, { path }: PodRangeUse): string | readonly string[] | undefined {
  return path.endsWith(".podRanges") ? podBlocks(read).get(cluster) : freeBlockOf(read, "range.platform-pods");
}
