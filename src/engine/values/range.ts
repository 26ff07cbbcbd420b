import { formatAddress, parseAddress, type Address, type Family } from "./address.ts";

/** A closed run of addresses of one family, from `first` to `last`. */
export interface Range {
  readonly family: Family;
  readonly first: bigint;
  readonly last: bigint;
}

/** A block in CIDR notation: a range with a prefix length. */
export interface Block extends Range {
  readonly prefix: number;
}

const BITS: Readonly<Record<Family, number>> = { 4: 32, 6: 128 };

/**
 * Reads a block in CIDR notation; the address must be the network address.
 * @returns undefined when the text is no block or has host bits set (see `networkOf`).
 */
export function parseBlock(text: string): Block | undefined {
  const block = networkOf(text);
  if (!block) return undefined;
  const address = parseAddress(text.slice(0, text.indexOf("/")));
  return address?.number === block.first ? block : undefined;
}

/** The block that contains `address/prefix`, host bits cleared. */
export function networkOf(text: string): Block | undefined {
  const slash = text.indexOf("/");
  const length = text.slice(slash + 1);
  if (slash < 0 || !/^\d{1,3}$/.test(length)) return undefined;
  const address = parseAddress(text.slice(0, slash));
  const prefix = Number(length);
  if (!address || prefix > BITS[address.family]) return undefined;
  const hostBits = BigInt(BITS[address.family] - prefix);
  const first = (address.number >> hostBits) << hostBits;
  return { family: address.family, prefix, first, last: first + (1n << hostBits) - 1n };
}

/** Text of a block: `10.20.30.0/28`. */
export function formatBlock(block: Block): string {
  return `${formatAddress({ family: block.family, number: block.first })}/${block.prefix}`;
}

/**
 * Reads a range written as `first-last`, with hyphen or en dash; blanks do not matter. One address is a range of one.
 * @returns undefined when an end is no address, the families differ or the order is wrong.
 */
export function parseRange(text: string): Range | undefined {
  const ends = text.split(/[-–]/).map((end) => parseAddress(end.trim()));
  const [first, last] = ends.length === 1 ? [ends[0], ends[0]] : ends;
  if (!first || !last || ends.length > 2 || first.family !== last.family || first.number > last.number) return undefined;
  return { family: first.family, first: first.number, last: last.number };
}

/** Text of a range: `10.20.0.50-10.20.0.220`; a single address stands alone. */
export function formatRange(range: Range): string {
  const first = formatAddress({ family: range.family, number: range.first });
  return range.first === range.last ? first : `${first}-${formatAddress({ family: range.family, number: range.last })}`;
}

/** Range of one address. */
export function single(address: Address): Range {
  return { family: address.family, first: address.number, last: address.number };
}

/** Number of addresses in a range. */
export function sizeOf(range: Range): bigint {
  return range.last - range.first + 1n;
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** The addresses two ranges share, or undefined. */
export function overlapOf(a: Range, b: Range): Range | undefined {
  if (a.family !== b.family) return undefined;
  const first = a.first > b.first ? a.first : b.first;
  const last = a.last < b.last ? a.last : b.last;
  return first <= last ? { family: a.family, first, last } : undefined;
}

/**
 * The parts of `outer` that none of `taken` covers, lowest first.
 * Sweeps over sorted ranges and never enumerates addresses: a /64 costs what a /24 costs.
 */
export function freeParts(outer: Range, taken: readonly Range[]): readonly Range[] {
  const inside = taken.map((range) => overlapOf(outer, range)).filter((range) => range !== undefined);
  inside.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const free: Range[] = [];
  let next = outer.first;
  for (const range of inside) {
    if (range.first > next) free.push({ family: outer.family, first: next, last: range.first - 1n });
    if (range.last >= next) next = range.last + 1n;
  }
  if (next <= outer.last) free.push({ family: outer.family, first: next, last: outer.last });
  return free;
}

/** The lowest aligned block of the given prefix length inside `outer` that touches none of `taken`. */
export function nextFreeBlock(outer: Range, prefix: number, taken: readonly Range[]): Block | undefined {
  const size = 1n << BigInt(BITS[outer.family] - prefix);
  for (const part of freeParts(outer, taken)) {
    const first = ((part.first + size - 1n) / size) * size;
    if (first + size - 1n <= part.last) return { family: outer.family, prefix, first, last: first + size - 1n };
  }
  return undefined;
}

/** The smallest prefix length whose block holds `count` addresses. */
export function prefixFor(count: bigint, family: Family): number {
  let prefix = BITS[family];
  while (prefix > 0 && 1n << BigInt(BITS[family] - prefix) < count) prefix -= 1;
  return prefix;
}

/**
 * The first `count` addresses of several parts, in the order the parts are given, each part from its bottom.
 * Never enumerates: parts come back cut, not as single addresses.
 */
export function takeLowest(parts: readonly Range[], count: bigint): readonly Range[] {
  const taken: Range[] = [];
  let left = count;
  for (const part of parts) {
    if (left <= 0n) break;
    const size = sizeOf(part) < left ? sizeOf(part) : left;
    taken.push({ family: part.family, first: part.first, last: part.first + size - 1n });
    left -= size;
  }
  return taken;
}

/** The last `count` addresses of several parts in rising order, from the top of the last part downward; rising order. */
export function takeHighest(parts: readonly Range[], count: bigint): readonly Range[] {
  const taken: Range[] = [];
  let left = count;
  for (const part of parts.toReversed()) {
    if (left <= 0n) break;
    const size = sizeOf(part) < left ? sizeOf(part) : left;
    taken.unshift({ family: part.family, first: part.last - size + 1n, last: part.last });
    left -= size;
  }
  return taken;
}

/** Number of addresses in several parts that do not overlap. */
export function totalSize(parts: readonly Range[]): bigint {
  return parts.reduce((sum, part) => sum + sizeOf(part), 0n);
}

/** Parts in rising order with those that touch or overlap joined. */
export function joined(parts: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const part of parts.toSorted(byFirst)) {
    const before = result.at(-1);
    if (before && before.family === part.family && part.first <= before.last + 1n) {
      result[result.length - 1] = { ...before, last: before.last > part.last ? before.last : part.last };
    } else {
      result.push({ family: part.family, first: part.first, last: part.last });
    }
  }
  return result;
}

/** Orders ranges by family, then by their first address. */
export function byFirst(a: Range, b: Range): number {
  return a.family - b.family || (a.first < b.first ? -1 : a.first > b.first ? 1 : 0);
}

/** Reads a block, a range or one address. */
export function parseAny(text: string): Range | undefined {
  return text.includes("/") ? parseBlock(text) : parseRange(text);
}

/** The highest aligned block of the given prefix length inside `outer` that touches none of `taken`. */
export function lastFreeBlock(outer: Range, prefix: number, taken: readonly Range[]): Block | undefined {
  const size = 1n << BigInt(BITS[outer.family] - prefix);
  for (const part of freeParts(outer, taken).toReversed()) {
    const first = ((part.last + 1n) / size - 1n) * size;
    if (first >= part.first) return { family: outer.family, prefix, first, last: first + size - 1n };
  }
  return undefined;
}

/**
 * The nearest other free block of the same size in the space that `block` lies in, the one above where two are equally
 * near; otherwise the lowest in any other space.
 */
export function nearestFreeBlock(block: Block, spaces: readonly Range[], taken: readonly Range[]): Block | undefined {
  const alike = spaces.filter(({ family }) => family === block.family);
  const home = alike.find((space) => contains(space, block)) ?? block;
  const busy = [...taken, block];
  const above = block.last < home.last ? nextFreeBlock({ ...home, first: block.last + 1n }, block.prefix, busy) : undefined;
  const below = block.first > home.first ? lastFreeBlock({ ...home, last: block.first - 1n }, block.prefix, busy) : undefined;
  if (above && below) return block.first - below.first < above.first - block.first ? below : above;
  if (above ?? below) return above ?? below;
  for (const space of alike.filter((other) => other !== home)) {
    const found = nextFreeBlock(space, block.prefix, busy);
    if (found) return found;
  }
  return undefined;
}

/** A free block of at least the size of `block`: that one widened, so that its addresses stay, or else the nearest. */
export function roomierBlock(block: Block, prefix: number, spaces: readonly Range[], taken: readonly Range[]): Block | undefined {
  const widened = prefix < block.prefix ? networkOf(`${formatAddress({ family: block.family, number: block.first })}/${prefix}`) : undefined;
  if (!widened) return nearestFreeBlock(block, spaces, taken);
  const free = spaces.some((space) => contains(space, widened)) && !taken.some((range) => overlapOf(range, widened));
  return free ? widened : nearestFreeBlock(widened, spaces, taken);
}

/**
 * Calls `meet` for every two of `holders` whose ranges share addresses. Sorted once, so that ranges which keep apart
 * cost nothing more.
 */
export function sweep<T extends { readonly range: Range }>(holders: readonly T[], meet: (a: T, b: T) => void): void {
  let open: readonly T[] = [];
  for (const next of holders.toSorted((a, b) => byFirst(a.range, b.range))) {
    open = open.filter(({ range }) => range.family === next.range.family && range.last >= next.range.first);
    for (const before of open) meet(before, next);
    open = [...open, next];
  }
}
