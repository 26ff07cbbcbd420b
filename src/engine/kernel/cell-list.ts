import type { Cell } from "./outcome.ts";

/**
 * The cells of one turn. Only the newest list holds them all: one that was handed out before remembers what has been
 * replaced since, so that an edit of a large plan copies no list that nobody may ever look at.
 */
export class CellList {
  private held: Cell[] | undefined;
  private later: CellList | undefined;
  private readonly replaced = new Map<number, Cell>();

  constructor(cells: Cell[]) {
    this.held = cells;
  }

  /** A list with the same cells, of which some may now be replaced; this one stays as it is. */
  next(): CellList {
    const next = new CellList(this.held ?? [...this.all]);
    this.held = undefined;
    this.later = next;
    return next;
  }

  /** Puts a cell in the place of another; `before` is a list that was handed out and shall not notice. */
  replace(at: number, cell: Cell, before: CellList | undefined): void {
    const cells = this.held;
    const old = cells?.[at];
    if (!cells || !old) return;
    if (before && !before.replaced.has(at)) before.replaced.set(at, old);
    cells[at] = cell;
  }

  /** All of them, in their order. */
  get all(): readonly Cell[] {
    if (this.held) return this.held;
    const cells = this.later ? [...this.later.all] : [];
    for (const [at, cell] of this.replaced) cells[at] = cell;
    return cells;
  }
}
