import { formatAddress, type AddressRange, type Range } from "../../engine/index.ts";
import { asRange } from "../../plan-ui/block-map.ts";

/** A range of the map with its numbers. */
export interface Drawn {
  readonly row: AddressRange;
  readonly range: Range;
}

/** Places ranges on an axis that counts borders, not addresses, so that a /28 is as easy to see as a /12. */
export interface Scale {
  /** Ranges that can be drawn, lowest first. */
  readonly drawn: readonly Drawn[];
  /** Start and length of a stretch in percent of the axis. */
  readonly place: (range: Range) => { readonly from: number; readonly length: number };
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

/** Least distance of two ticks in percent of the axis: what the longest text, such as 172.26, is wide on a narrow page. */
const APART = 11;

/** The scale for all IPv4 ranges of a plan; IPv6 ranges stand in the tables only. */
export function scaleOf(ranges: readonly AddressRange[]): Scale {
  const drawn = ranges
    .flatMap((row) => {
      const range = asRange(row.text);
      return range?.family === 4 ? [{ row, range }] : [];
    })
    .toSorted((a, b) => compare(a.range.first, b.range.first) || compare(b.range.last, a.range.last));
  const borders = [...new Set(drawn.flatMap(({ range }) => [range.first, range.last + 1n]))].sort(compare);
  const position = new Map(borders.map((border, at) => [border, borders.length < 2 ? 0 : (at / (borders.length - 1)) * 100]));
  const starts = [...new Map(drawn.toReversed().map(({ range }) => [firstTwo(range.first), position.get(range.first) ?? 0])).entries()].toReversed();
  return {
    drawn,
    place: ({ first, last }) => {
      const from = position.get(first) ?? 0;
      return { from, length: (position.get(last + 1n) ?? from) - from };
    },
    ticks: apart(starts.map(([text, at]) => ({ text, at }))),
  };
}

/** Those ticks, lowest first, whose texts do not touch the text before. */
function apart<Tick extends { readonly at: number }>(ticks: readonly Tick[]): readonly Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks) {
    const last = kept.at(-1);
    if (last === undefined || tick.at - last.at >= APART) kept.push(tick);
  }
  return kept;
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
const firstTwo = (number: bigint): string => formatAddress({ family: 4, number }).split(".").slice(0, 2).join(".");
