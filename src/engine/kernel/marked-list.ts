/** Something that lists can mark, to know it again without a look through them. */
export interface Markable {
  /** The list that took it last. */
  mark: number;
}

let lists = 0;

/**
 * A list that takes each entry once. A rule over a whole large plan reads tens of thousands of cells; a mark on each is
 * cheaper than a set of them. Lists are filled at the same time, each by its own rule, and then mark over each other:
 * what came twice for that is left out at the end.
 */
export class MarkedList<T extends Markable> {
  private entries: T[] | undefined;
  private readonly mark = (lists += 1);

  add(entry: T): void {
    if (entry.mark === this.mark) return;
    entry.mark = this.mark;
    if (this.entries) this.entries.push(entry);
    else this.entries = [entry];
  }

  /** The entries in the order in which they first came; a copy, which holds no room for more of them. */
  get list(): readonly T[] {
    const { entries } = this;
    if (!entries) return NONE;
    const mark = (lists += 1);
    let twice = 0;
    for (const entry of entries) {
      if (entry.mark === mark) twice += 1;
      entry.mark = mark;
    }
    return twice === 0 ? entries.slice() : [...new Set(entries)];
  }
}

const NONE: readonly never[] = [];
