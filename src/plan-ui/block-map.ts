import { formatAddress, freeParts, overlapOf, parseAddress, parseBlock, parseRange, sizeOf, totalSize, type AddressPool, type AddressRange, type Plan, type Range } from "../engine/index.ts";
import { count, figure, listed } from "./words.ts";

/** What becomes of one address, or of a run of them. */
export type Use = "used" | "last" | "excluded" | "free";

/** One address of a small block. */
export interface Cell {
  readonly address: string;
  /** `.1` for IPv4, `:1` for IPv6. */
  readonly short: string;
  readonly use: Use;
  readonly title: string;
}

/** A stretch of a bar, in percent of its length. */
export interface Stretch {
  readonly use: Use;
  readonly from: number;
  readonly length: number;
}

/** A pool as cells where it is small, and always as a bar with its legend. */
export interface BlockMap {
  /** Up to a /27. */
  readonly cells: readonly Cell[] | undefined;
  readonly bar: readonly Stretch[];
  /** ".1 Platform entry", "14 free", ".0 and .15 handed out last". */
  readonly legend: readonly { readonly use: Use; readonly text: string }[];
}

const CELLS_AT_MOST = 32n;

/** The use of every address of a pool. */
export function blockMapOf(plan: Plan, pool: AddressPool): BlockMap | undefined {
  const block = parseBlock(pool.block);
  if (!block) return undefined;
  const used = plan.addresses.assignments.flatMap((assignment) => {
    if (assignment.pool !== pool.id || assignment.address.kind !== "known") return [];
    const range = asRange(assignment.address.value);
    return range ? [{ range, title: assignment.title, text: assignment.address.value }] : [];
  });
  const last = new Set(pool.last);
  const excluded = pool.excluded.flatMap(({ address, why }) => {
    const range = asRange(address);
    return range && overlapOf(block, range) ? [{ range, why }] : [];
  });
  const size = sizeOf(block);
  const cells =
    size > CELLS_AT_MOST
      ? undefined
      : Array.from({ length: Number(size) }, (_, at): Cell => {
          const number = block.first + BigInt(at);
          const address = formatAddress({ family: block.family, number });
          const holder = used.find(({ range }) => range.first <= number && number <= range.last);
          const out = excluded.find(({ range }) => range.first <= number && number <= range.last)?.why;
          const use: Use = holder ? "used" : out !== undefined ? "excluded" : last.has(address) ? "last" : "free";
          return { address, short: shortOf(address), use, title: holder?.title ?? out ?? (use === "last" ? "handed out last" : "free") };
        });
  const taken = used.reduce((sum, { range }) => sum + Number(sizeOf(range)), 0);
  const outside = Number(size - totalSize(freeParts(block, excluded.map(({ range }) => range))));
  const lastFree = pool.last.filter((address) => !used.some(({ range }) => inside(range, address)));
  return {
    cells,
    bar: barOf(Number(size), [["used", taken], ["excluded", outside], ["free", Number(size) - taken - outside]]),
    legend: [
      ...used.map(({ title, text }) => ({ use: "used" as const, text: `${shortRange(text)} ${title}` })),
      { use: "free" as const, text: `${figure(Math.max(0, pool.free))} free` },
      ...(lastFree.length > 0 && lastFree.length <= 4 ? [{ use: "last" as const, text: `${listed(lastFree.map(shortOf))} handed out last` }] : []),
      ...(outside > 0 ? [{ use: "excluded" as const, text: `${count(outside, "address", "addresses")} left out` }] : []),
    ],
  };
}

/** Number of other ranges of the plan that a range touches none of; undefined when it shares addresses with one. */
export function apartFrom(plan: Plan, range: AddressRange): number | undefined {
  const own = asRange(range.text);
  if (!own) return undefined;
  const others = plan.addresses.ranges.filter((other) => other.id !== range.id && other.path !== range.path);
  return others.some((other) => {
    const found = asRange(other.text);
    return found !== undefined && overlapOf(own, found) !== undefined;
  })
    ? undefined
    : others.length;
}

/** A block, a range or one address as a range. */
export function asRange(text: string): Range | undefined {
  const address = parseAddress(text);
  return address ? { family: address.family, first: address.number, last: address.number } : (parseBlock(text) ?? parseRange(text));
}

function inside(range: Range, address: string): boolean {
  const found = asRange(address);
  return found !== undefined && range.first <= found.first && found.last <= range.last;
}

const shortOf = (address: string): string => `${address.includes(":") ? ":" : "."}${address.split(/[.:]/).at(-1) || "0"}`;
const shortRange = (text: string): string => text.split("-").map(shortOf).join("–");

function barOf(size: number, parts: readonly (readonly [Use, number])[]): readonly Stretch[] {
  let from = 0;
  return parts
    .filter(([, length]) => length > 0)
    .map(([use, amount]) => {
      const stretch = { use, from, length: Math.max(0.6, (amount / size) * 100) };
      from += stretch.length;
      return stretch;
    });
}
