import type { Entry } from "./evaluation.ts";
import type { Cell } from "./outcome.ts";

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
  private ordered: Cell[] = [];
  private incomplete: readonly Cell[] | undefined;

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
    this.ordered[entry.at] = after;
    if (isIncomplete(after) || (before && isIncomplete(before))) this.incomplete = undefined;
  }

  /** All of them, as they are now. */
  get cells(): readonly Cell[] {
    return this.current().slice();
  }

  /** Those that miss answers, or for which a default stood in. */
  get incompleteCells(): readonly Cell[] {
    const cells = this.current();
    return (this.incomplete ??= cells.filter(isIncomplete));
  }

  private current(): Cell[] {
    const { asked, askedBefore } = this;
    if (this.disturbed || asked.length !== askedBefore.length || asked.some((entries, at) => !isSameRequest(entries, askedBefore[at]))) {
      this.ordered = this.walk();
      this.incomplete = undefined;
      this.askedBefore = [...asked];
      this.disturbed = false;
    }
    return this.ordered;
  }

  private walk(): Cell[] {
    this.walks += 1;
    const found: Cell[] = [];
    const visit = (entry: Entry): void => {
      if (entry.walk === this.walks || !entry.cell) return;
      entry.walk = this.walks;
      for (const read of entry.via) visit(read);
      entry.at = found.length;
      found.push(entry.cell);
    };
    for (const entries of this.asked) for (const entry of entries) visit(entry);
    return found;
  }
}

const isIncomplete = ({ record }: Cell): boolean => record.missing.length > 0 || record.assumed.length > 0;

const isSameRequest = (a: readonly Entry[], b: readonly Entry[] | undefined): boolean => a === b || (a.length === 1 && b?.length === 1 && a[0] === b[0]);
