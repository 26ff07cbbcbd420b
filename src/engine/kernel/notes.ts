/** From how many entries on a set is quicker than looking through the list. */
const MANY = 12;

/**
 * A list that takes each entry once. A large plan has tens of thousands of them, most empty or short, so nothing is
 * allocated before it is needed.
 */
export class Notes<T> {
  private entries: T[] | undefined;
  private seen: Set<T> | undefined;
  private readonly start: readonly T[];

  /** Begins with these entries, each different; they are copied only when one is added. */
  constructor(start: readonly T[] = NONE) {
    this.start = start;
  }

  /** The entries in the order in which they first came; a copy, which holds no room for more of them. */
  get list(): readonly T[] {
    return this.entries ? this.entries.slice() : this.start;
  }

  add(entry: T): void {
    if (this.seen ? this.seen.has(entry) : (this.entries ?? this.start).includes(entry)) return;
    this.entries ??= [...this.start];
    this.entries.push(entry);
    if (this.seen) this.seen.add(entry);
    else if (this.entries.length >= MANY) this.seen = new Set(this.entries);
  }
}

const NONE: readonly never[] = [];

/** The entries of a list that is made with its first; none where it was never made. */
export const listOf = <T>(notes: { readonly list: readonly T[] } | undefined): readonly T[] => notes?.list ?? NONE;
