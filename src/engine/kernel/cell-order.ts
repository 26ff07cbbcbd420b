import { CellList } from "./cell-list.ts";
import type { Entry } from "./evaluation.ts";
import type { AnswerPath, Cell } from "./outcome.ts";
import type { Rule } from "./rule.ts";

/** A rule that misses answers for a subject, or for which defaults stood in. */
export interface Gap {
  readonly rule: Rule<unknown>;
  readonly subject: string;
  readonly missing: readonly AnswerPath[];
  readonly assumed: readonly AnswerPath[];
}

/**
 * The cells that a plan came from, each behind those it read, in the order they were asked for. Walking over all of a
 * large plan takes as long as an edit may take, so the order is kept while the same is asked for and every cell reads
 * what it read before.
 */
export class CellOrder {
  private asked: (readonly Entry[])[] = [];
  private askedBefore: readonly (readonly Entry[])[] = [];
  private disturbed = true;
  private walks = 0;
  private walked: readonly Entry[] = [];
  private list = new CellList([]);
  /** Cells that `list` does not hold yet, by their place. */
  private replaced = new Map<number, Cell>();
  private known: readonly Gap[] | undefined;
  private dispensed: ReadonlySet<AnswerPath> | undefined;

  /** Begins another turn. */
  begin(): void {
    this.asked = [];
  }

  /** Notes what the plan asks for; a list that stays the same must stay the same object. */
  ask(entries: readonly Entry[]): void {
    this.asked.push(entries);
  }

  /** Notes that a cell has been replaced by another, which may read others than the one before. */
  replace(entry: Entry, before: Cell | undefined, after: Cell, readsTheSame: boolean): void {
    if (!readsTheSame) this.disturbed = true;
    if (entry.walk !== this.walks) return;
    this.replaced.set(entry.at, after);
    if (!before || !isSameList(before.missing, after.missing) || !isSameList(before.assumed, after.assumed)) this.known = undefined;
    if (!before || !isSameList(before.without, after.without)) this.dispensed = undefined;
  }

  /** All of them, as they are now. */
  get cells(): CellList {
    this.bringUpToDate();
    if (this.replaced.size > 0) this.list = this.list.with(this.replaced);
    this.replaced = new Map();
    return this.list;
  }

  /** What is missing or assumed, and where; the same array while nothing of it has become another. */
  get gaps(): readonly Gap[] {
    this.bringUpToDate();
    return (this.known ??= gapsOf(this.walked));
  }

  /** Answers that some of them looked for in vain and went on without; the same set while nothing of it has become another. */
  get without(): ReadonlySet<AnswerPath> {
    this.bringUpToDate();
    return (this.dispensed ??= withoutOf(this.walked));
  }

  private bringUpToDate(): void {
    const { asked, askedBefore } = this;
    if (!this.disturbed && asked.length === askedBefore.length && asked.every((entries, at) => isSameRequest(entries, askedBefore[at]))) return;
    this.walk();
    this.known = undefined;
    this.dispensed = undefined;
    this.replaced = new Map();
    this.askedBefore = [...asked];
    this.disturbed = false;
  }

  private walk(): void {
    this.walks += 1;
    const walked: Entry[] = [];
    const cells: Cell[] = [];
    const visit = (entry: Entry): void => {
      if (entry.walk === this.walks || !entry.cell) return;
      entry.walk = this.walks;
      for (const read of entry.cell.via) visit(read);
      entry.at = cells.length;
      walked.push(entry);
      cells.push(entry.cell);
    };
    for (const entries of this.asked) for (const entry of entries) visit(entry);
    this.walked = walked;
    this.list = new CellList(cells);
  }
}

function gapsOf(entries: readonly Entry[]): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const { rule, subject, cell } of entries) {
    if (cell && (cell.missing.length > 0 || cell.assumed.length > 0)) gaps.push({ rule, subject, missing: cell.missing, assumed: cell.assumed });
  }
  return gaps;
}

function withoutOf(entries: readonly Entry[]): ReadonlySet<AnswerPath> {
  const without = new Set<AnswerPath>();
  for (const { cell } of entries) if (cell) for (const path of cell.without) without.add(path);
  return without;
}

/** Whether two lists hold the same, in the same order. */
export const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean => a === b || (a.length === b.length && a.every((entry, at) => entry === b[at]));

const isSameRequest = (a: readonly Entry[], b: readonly Entry[] | undefined): boolean => a === b || (a.length === 1 && b?.length === 1 && a[0] === b[0]);
