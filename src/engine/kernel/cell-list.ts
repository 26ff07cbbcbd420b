import type { Cell } from "./outcome.ts";

/**
 * The cells of one turn. Only the newest list holds them all: one of which another was made remembers what was
 * replaced in that other, so that an edit of a large plan copies no list that nobody may ever look at.
 */
export class CellList {
  private held: Cell[] | undefined;
  private later: { readonly list: CellList; readonly replaced: ReadonlyMap<number, Cell> } | undefined;

  constructor(cells: Cell[]) {
    this.held = cells;
  }

  /** A list with other cells at some places; this one stays as it is. */
  with(changes: ReadonlyMap<number, Cell>): CellList {
    const cells = this.own();
    const replaced = new Map<number, Cell>();
    for (const [at, cell] of changes) {
      const before = cells[at];
      if (before) replaced.set(at, before);
      cells[at] = cell;
    }
    const list = new CellList(cells);
    if (this.held) this.later = { list, replaced };
    this.held = undefined;
    return list;
  }

  /** All of them, in their order. */
  get all(): readonly Cell[] {
    return this.own();
  }

  /** The array of the newest list, or a copy where another was made of this one. */
  private own(): Cell[] {
    if (!this.later) return this.held ?? [];
    const cells = [...this.later.list.all];
    for (const [at, cell] of this.later.replaced) cells[at] = cell;
    return cells;
  }
}
