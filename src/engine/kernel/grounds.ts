import type { Entry } from "./evaluation.ts";
import type { Given } from "./given-answers.ts";
import { idOf, type Noted } from "./noted-cell.ts";
import { listOf, Notes } from "./notes.ts";
import type { RowGround, RowGrounds, SourceId } from "./outcome.ts";

/** One thing that was read, by its kind. */
interface Kinds {
  readonly answers: Given;
  readonly via: Entry;
  readonly facts: string;
  readonly sources: SourceId;
}

/** What was read for one row, which reads little: no list is made before its first entry. */
type RowRead = { -readonly [K in keyof Kinds]: Notes<Kinds[K]> | undefined };

/** Tells apart what a rule reads for single rows; made when the first of them begins. */
export class Grounds {
  private readonly shared: RowRead;
  private readonly rows = new Map<string, RowRead>();
  private row: string | undefined;
  /** What was read for `row`, where anything was. */
  private read: RowRead | undefined;

  /** Begins with what a rule with these sources has read by then, for no row in particular. */
  constructor({ answers, via, facts, sources }: Noted, ofRule: readonly SourceId[]) {
    this.shared = { answers: new Notes(answers.list), via: new Notes(via.list), facts: new Notes(listOf(facts)), sources: new Notes(sources?.list ?? ofRule) };
  }

  /** Goes on with the row of this id, or with none; gives the one before. */
  turnTo(row: string | undefined): string | undefined {
    const before = this.row;
    this.row = row;
    this.read = row === undefined ? undefined : this.rows.get(row);
    return before;
  }

  note<K extends keyof Kinds>(kind: K, entry: Kinds[K]): void {
    const read = this.row === undefined ? this.shared : (this.read ??= this.begin(this.row));
    const notes: RowRead[K] = read[kind];
    if (notes) notes.add(entry);
    else (read[kind] as Notes<Kinds[K]>) = new Notes([entry]);
  }

  private begin(row: string): RowRead {
    const read: RowRead = { answers: undefined, via: undefined, facts: undefined, sources: undefined };
    this.rows.set(row, read);
    return read;
  }

  get record(): RowGrounds {
    return { shared: groundOf(this.shared), rows: Object.fromEntries([...this.rows].map(([id, read]) => [id, groundOf(read)])) };
  }
}

const groundOf = ({ answers, via, facts, sources }: RowRead): RowGround => ({
  answers: listOf(answers).map(({ path }) => path),
  via: listOf(via).map(idOf),
  facts: listOf(facts),
  sources: listOf(sources),
});
