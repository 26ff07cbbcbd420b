import { dequal } from "dequal";
import type { Question } from "../answers/question.ts";
import { BySubject } from "./by-subject.ts";
import { CellReader, NotApplicable, WAITING } from "./cell-reader.ts";
import type { CellList } from "./cell-list.ts";
import { CellOrder, isSameList, type Gap } from "./cell-order.ts";
import { CollectedRows } from "./collected-rows.ts";
import { GivenAnswers, type AnswerIndex, type Given } from "./given-answers.ts";
import type { Markable } from "./marked-list.ts";
import { idOf, NotedCell } from "./noted-cell.ts";
import { listOf } from "./notes.ts";
import { PLAN, type AnswerPath, type Cell, type Outcome, type SubjectKind } from "./outcome.ts";
import type { Rule } from "./rule.ts";

/** One rule for one subject, kept from turn to turn. */
export interface Entry extends Markable {
  readonly rule: Rule<unknown>;
  readonly subject: string;
  /** What the rule came to last time; absent while it runs for the first time. */
  cell: NotedCell | undefined;
  /** Cells that read this one; some may have stopped to. Absent while nobody does. */
  readers: Set<Entry> | undefined;
  /** Whether something below it became another since it was last looked through. */
  suspect: boolean;
  /** The turn in which the cell was last looked through. */
  checked: number;
  /** The turn in which its outcome last became another. */
  changed: number;
  running: boolean;
  /** The last walk over all cells that came by, and its place on that walk. */
  walk: number;
  at: number;
}

/**
 * Runs rules on one set of answers and remembers each result per rule and subject.
 *
 * It may then turn to other answers. What has become another casts suspicion on the cells that read it, and on those
 * that read them; all others hold without a look. A suspect is run again only when an answer that it read, or the
 * outcome of a cell that it read, has in fact become another; an outcome that comes out equal counts as the same, so
 * that an edit goes no further than its consequences. What comes out never differs from a new evaluation: reads are
 * recorded, not declared.
 */
export class Evaluation {
  /** Counts the answers that were turned to. */
  turn = 1;
  /** Rules of which a cell came under suspicion since their rows were last collected. */
  readonly suspects = new Set<Rule<unknown>>();
  private readonly answers: GivenAnswers;
  private readonly entries = new BySubject<Rule<unknown>, Entry>();
  private readonly collected = new CollectedRows(this);
  private readonly order = new CellOrder();
  /** Whether cells are noted with what they read; a plan that is derived once does without. */
  private linked = false;

  constructor(index: AnswerIndex) {
    this.answers = new GivenAnswers(index);
  }

  /** Turns to other answers; suspects are looked through when they are next asked for. */
  turnTo(index: AnswerIndex): void {
    if (!this.linked) this.entries.forEach((entry) => entry.cell && link(entry, entry.cell));
    this.linked = true;
    this.turn += 1;
    this.order.begin();
    for (const given of this.answers.turnTo(index, this.turn)) this.suspectAll(given.readers);
  }

  /** Every cell that the plan came from in this turn, each behind those it read, in the order they were asked for. */
  get cells(): CellList {
    return this.order.cells;
  }

  /** What of them misses answers, or took defaults; the same array while nothing of that has become another. */
  get gaps(): readonly Gap[] {
    return this.order.gaps;
  }

  /** Answers that some of them looked for in vain and went on without; the same set while nothing of that has become another. */
  get without(): ReadonlySet<AnswerPath> {
    return this.order.without;
  }

  /** The answer to a question for a subject. */
  given<T>(question: Question<T>, subject: string): Given<T> {
    return this.answers.given(question, subject);
  }

  /** Ids of all subjects of a kind. */
  list(kind: Exclude<SubjectKind, "plan">): Given<readonly string[]> {
    return this.answers.list(kind);
  }

  /**
   * The cell of a rule for a subject, evaluated on first use; it counts as part of the plan.
   * @throws Error when rules read each other in a circle, or when a rule itself is broken.
   */
  cell<T>(rule: Rule<T>, subject: string = PLAN): Cell<T> {
    const entry = this.entry(rule, subject);
    this.order.ask([entry]);
    return entry.cell as Cell<T>;
  }

  /** The same for a rule that another reads, with what the kernel keeps about it. */
  entry(rule: Rule<unknown>, subject: string): Evaluated {
    return this.upToDate(this.kept(rule, subject));
  }

  private kept(rule: Rule<unknown>, subject: string): Entry {
    const before = this.entries.get(rule, subject);
    if (before) return before;
    const entry: Entry = { rule, subject, cell: undefined, readers: undefined, suspect: true, checked: 0, changed: 0, running: false, walk: 0, at: 0, mark: 0 };
    this.entries.set(rule, subject, entry);
    return entry;
  }

  /** Rows of several rules, one after the other; the same array as before while no row became another. */
  rowsOfAll<T>(rules: readonly Rule<readonly T[]>[]): readonly T[] {
    return this.collected.rowsOfAll(rules);
  }

  /** Counts entries as part of the plan. */
  ask(entries: readonly Entry[]): void {
    this.order.ask(entries);
  }

  /** The entry, after whatever its rule reads has been looked through. */
  upToDate(entry: Entry): Evaluated {
    if (entry.suspect) {
      if (entry.running) throw new Error(`Rules read each other in a circle at ${idOf(entry)}`);
      entry.running = true;
      try {
        if (!entry.cell || !this.holds(entry.cell, entry.checked)) this.run(entry);
      } finally {
        // Whoever asks next gets the fault itself, and is not told of a circle.
        entry.running = false;
      }
      entry.suspect = false;
      entry.checked = this.turn;
    }
    return entry as Evaluated;
  }

  /** Casts suspicion on cells and on all that read them. */
  private suspectAll(readers: ReadonlySet<Entry> | undefined): void {
    const next = [...(readers ?? [])];
    for (let entry = next.pop(); entry; entry = next.pop()) {
      if (entry.suspect) continue;
      entry.suspect = true;
      this.suspects.add(entry.rule);
      for (const reader of entry.readers ?? []) if (!reader.suspect) next.push(reader);
    }
  }

  /** Whether everything that the rule read last time is still as it was. */
  private holds({ reads, via }: NotedCell, checked: number): boolean {
    for (const given of reads) if (given.changed > checked) return false;
    // In the order in which they were read: whether a later cell is read at all may hang on an earlier one.
    for (const read of via) if (this.upToDate(read).changed > checked) return false;
    return true;
  }

  private run(entry: Entry): void {
    const reader = new CellReader(this, entry);
    const came = derive(entry.rule, reader, entry.subject);
    const before = entry.cell;
    const same = before !== undefined && dequal(before.outcome, came);
    if (!same) entry.changed = this.turn;
    const cell = new NotedCell(entry, same ? before.outcome : came, reader);
    entry.cell = cell;
    const readsTheSame = before !== undefined && isSameList(before.via, cell.via);
    this.order.replace(entry, before, cell, readsTheSame);
    // Whatever it read before knows it already.
    if (this.linked && !(readsTheSame && isSameList(before.reads, cell.reads))) link(entry, cell);
  }
}

/** An entry whose rule has run. */
type Evaluated = Entry & { readonly cell: NotedCell };

/** Notes a cell with what it reads. */
function link(entry: Entry, { reads, via }: NotedCell): void {
  for (const given of reads) (given.readers ??= new Set()).add(entry);
  for (const read of via) (read.readers ??= new Set()).add(entry);
}

function derive<T>(rule: Rule<T>, reader: CellReader, subject: string): Outcome<T> {
  try {
    return { kind: "known", value: rule.derive(reader, subject) };
  } catch (signal) {
    if (signal === WAITING) return { kind: "waiting", missing: listOf(reader.missing) };
    if (signal instanceof NotApplicable) return { kind: "not-applicable", why: signal.why };
    throw signal;
  }
}
