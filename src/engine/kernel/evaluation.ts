import { dequal } from "dequal";
import type { Question } from "../answers/question.ts";
import { CellReader, NotApplicable, WAITING } from "./cell-reader.ts";
import { CollectedRows } from "./collected-rows.ts";
import { GivenAnswers, type AnswerIndex, type Given } from "./given-answers.ts";
import { PLAN, type Cell, type CellId, type Outcome, type SubjectKind } from "./outcome.ts";
import type { Rule } from "./rule.ts";

/** One rule for one subject, kept from turn to turn. */
export interface Entry {
  readonly id: CellId;
  readonly rule: Rule<unknown>;
  readonly subject: string;
  /** What the rule came to last time; absent while it runs for the first time. */
  cell: Cell | undefined;
  reads: readonly Given[];
  via: readonly Entry[];
  /** The turn in which the cell was last found to hold. */
  checked: number;
  /** The turn in which its outcome last became another. */
  changed: number;
  running: boolean;
}

/**
 * Runs rules on one set of answers and remembers each result per rule and subject.
 *
 * It may then turn to other answers. A cell is run again only when an answer that it read, or the outcome of a cell
 * that it read, has become another; an outcome that comes out equal counts as the same, so that an edit goes no
 * further than its consequences. What comes out never differs from a new evaluation: reads are recorded, not declared.
 */
export class Evaluation {
  /** Counts the answers that were turned to. */
  turn = 1;
  /** Cells that hold in this turn, each behind those it read. */
  private held: Cell[] = [];
  private readonly answers: GivenAnswers;
  private readonly entries = new Map<Rule<unknown>, Map<string, Entry>>();
  private readonly collected = new CollectedRows(this);

  constructor(index: AnswerIndex) {
    this.answers = new GivenAnswers(index);
  }

  /** Turns to other answers; cells are looked through when they are next asked for. */
  turnTo(index: AnswerIndex): void {
    this.turn += 1;
    this.held = [];
    this.answers.turnTo(index, this.turn);
  }

  /** Every cell asked for in this turn, each behind those it read. */
  get cells(): readonly Cell[] {
    return this.held;
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
   * The cell of a rule for a subject, evaluated on first use.
   * @throws Error when rules read each other in a circle, or when a rule itself is broken.
   */
  cell<T>(rule: Rule<T>, subject: string = PLAN): Cell<T> {
    return this.entry(rule, subject).cell as Cell<T>;
  }

  /** The same, with what the kernel keeps about it. */
  entry(rule: Rule<unknown>, subject: string): Entry & { readonly cell: Cell } {
    return this.upToDate(this.kept(rule, subject));
  }

  private kept(rule: Rule<unknown>, subject: string): Entry {
    let ofRule = this.entries.get(rule);
    if (!ofRule) this.entries.set(rule, (ofRule = new Map<string, Entry>()));
    let entry = ofRule.get(subject);
    if (!entry) {
      const id = subject === PLAN ? rule.id : `${rule.id}[${subject}]`;
      ofRule.set(subject, (entry = { id, rule, subject, cell: undefined, reads: [], via: [], checked: 0, changed: 0, running: false }));
    }
    return entry;
  }

  /** Rows of several rules, one after the other; the same array as before while no row became another. */
  rowsOfAll<T>(rules: readonly Rule<readonly T[]>[]): readonly T[] {
    return this.collected.rowsOfAll(rules);
  }

  /** The entry, after whatever its rule reads has been looked through in this turn. */
  upToDate(entry: Entry): Entry & { readonly cell: Cell } {
    if (entry.checked !== this.turn) {
      if (entry.running) throw new Error(`Rules read each other in a circle at ${entry.id}`);
      entry.running = true;
      if (!entry.cell || !this.holds(entry)) this.run(entry);
      entry.running = false;
      entry.checked = this.turn;
      this.held.push(entry.cell as Cell);
    }
    return entry as Entry & { readonly cell: Cell };
  }

  /** Whether everything that the rule read last time is still as it was. */
  private holds({ reads, via, checked }: Entry): boolean {
    for (const given of reads) if (given.changed > checked) return false;
    // In the order in which they were read: whether a later cell is read at all may hang on an earlier one.
    for (const read of via) if (this.upToDate(read).changed > checked) return false;
    return true;
  }

  private run(entry: Entry): void {
    const reader = new CellReader(this, entry.id, entry.rule.sources);
    const came = derive(entry.rule, reader, entry.subject);
    const before = entry.cell?.outcome;
    const same = before !== undefined && dequal(before, came);
    if (!same) entry.changed = this.turn;
    entry.reads = reader.answers.list;
    entry.via = reader.via.list;
    entry.cell = { id: entry.id, outcome: same ? before : came, record: reader.record(entry, came) };
  }
}

function derive<T>(rule: Rule<T>, reader: CellReader, subject: string): Outcome<T> {
  try {
    return { kind: "known", value: rule.derive(reader, subject) };
  } catch (signal) {
    if (signal === WAITING) return { kind: "waiting", missing: reader.missing.list };
    if (signal instanceof NotApplicable) return { kind: "not-applicable", why: signal.why };
    throw signal;
  }
}
