import type { Entry } from "./evaluation.ts";
import type { Given } from "./given-answers.ts";
import { idOf } from "./noted-cell.ts";
import { Notes } from "./notes.ts";
import type { RowGround, RowGrounds, SourceId } from "./outcome.ts";

/** One thing that was read, by its kind. */
interface Kinds {
  readonly answers: Given;
  readonly via: Entry;
  readonly facts: string;
  readonly sources: SourceId;
}

/** What was read. */
type Read = { readonly [K in keyof Kinds]: { readonly list: readonly Kinds[K][] } };

/** The same for one row, which reads little: nothing is allocated before it is needed. */
type RowRead = { -readonly [K in keyof Kinds]?: Notes<Kinds[K]> };

/** Tells apart what a rule reads for single rows; made when the first of them begins. */
export class Grounds {
  private readonly shared: RowRead;
  private readonly rows = new Map<string, RowRead>();
  private row: string | undefined;
  /** What was read for `row`, where anything was. */
  private read: RowRead | undefined;

  /** Begins with what the rule has read by then, for no row in particular. */
  constructor({ answers, via, facts, sources }: Read) {
    this.shared = { answers: new Notes(answers.list.slice()), via: new Notes(via.list.slice()), facts: new Notes(facts.list.slice()), sources: new Notes(sources.list.slice()) };
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
    const read: RowRead = {};
    this.rows.set(row, read);
    return read;
  }

  get record(): RowGrounds {
    return { shared: groundOf(this.shared), rows: Object.fromEntries([...this.rows].map(([id, read]) => [id, groundOf(read)])) };
  }
}

const NONE: readonly never[] = [];

const groundOf = ({ answers, via, facts, sources }: RowRead): RowGround => ({
  answers: answers?.list.map(({ path }) => path) ?? NONE,
  via: via?.list.map(idOf) ?? NONE,
  facts: facts?.list ?? NONE,
  sources: sources?.list ?? NONE,
});
