import { dequal } from "dequal";
import { pathOf, type Question } from "../answers/question.ts";
import { PLAN, type AnswerPath, type Cell, type CellId, type Outcome, type SubjectKind } from "./outcome.ts";
import { CellReader, NotApplicable, WAITING } from "./cell-reader.ts";
import type { Rule } from "./rule.ts";

/** The answers as the kernel reads them; made by `answers/answers.ts`. */
export interface AnswerIndex {
  get(path: AnswerPath): unknown;
  subjects(kind: Exclude<SubjectKind, "plan">): readonly string[];
  /** Path of the list itself, recorded when a rule walks over all subjects of a kind. */
  listPath(kind: Exclude<SubjectKind, "plan">): AnswerPath;
}

/** Something that rules read from the answers, and the turn in which it last became another. */
export interface Given<T = unknown> {
  readonly path: AnswerPath;
  value: T | undefined;
  changed: number;
}

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

/** What `rows` gave, and when. */
interface Collected {
  readonly entries: readonly Entry[];
  readonly rows: readonly unknown[];
  readonly turn: number;
}

/** What `rowsOfAll` gave, and of which pieces. */
interface Joined {
  readonly pieces: readonly (readonly unknown[])[];
  readonly rows: readonly unknown[];
}

/**
 * Runs rules on one set of answers and remembers each result per rule and subject.
 *
 * It may then turn to other answers. A cell is run again only when an answer that it read, or the outcome of a cell
 * that it read, has become another; an outcome that comes out equal counts as the same, so that an edit goes no
 * further than its consequences. What comes out never differs from a new evaluation: reads are recorded, not declared.
 */
export class Evaluation {
  private index: AnswerIndex;
  private turn = 1;
  /** Cells that hold in this turn, each behind those it read. */
  private held: Cell[] = [];
  private readonly entries = new Map<Rule<unknown>, Map<string, Entry>>();
  private readonly answered = new Map<Question<unknown>, Map<string, Given>>();
  private readonly lists = new Map<SubjectKind, Given<readonly string[]>>();
  private readonly collected = new Map<Rule<readonly unknown[]>, Collected>();
  private readonly joined = new Map<readonly Rule<readonly unknown[]>[], Joined>();

  constructor(index: AnswerIndex) {
    this.index = index;
  }

  /** Turns to other answers; cells are looked through when they are next asked for. */
  turnTo(index: AnswerIndex): void {
    this.index = index;
    this.turn += 1;
    this.held = [];
    for (const [kind, list] of this.lists) this.renew(list, index.subjects(kind as Exclude<SubjectKind, "plan">));
    for (const ofQuestion of this.answered.values()) for (const given of ofQuestion.values()) this.renew(given, index.get(given.path));
  }

  private renew(given: Given, value: unknown): void {
    if (dequal(given.value, value)) return;
    given.value = value;
    given.changed = this.turn;
  }

  /** Every cell asked for in this turn, each behind those it read. */
  get cells(): readonly Cell[] {
    return this.held;
  }

  /** The answer to a question for a subject; many rules ask for the same one. */
  given<T>(question: Question<T>, subject: string): Given<T> {
    let ofQuestion = this.answered.get(question);
    if (!ofQuestion) this.answered.set(question, (ofQuestion = new Map<string, Given>()));
    let given = ofQuestion.get(subject);
    if (!given) {
      const path = pathOf(question, subject);
      ofQuestion.set(subject, (given = { path, value: this.index.get(path), changed: this.turn }));
    }
    return given as Given<T>;
  }

  /** Ids of all subjects of a kind. */
  list(kind: Exclude<SubjectKind, "plan">): Given<readonly string[]> {
    let list = this.lists.get(kind);
    if (!list) this.lists.set(kind, (list = { path: this.index.listPath(kind), value: this.index.subjects(kind), changed: this.turn }));
    return list;
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
    return this.upToDate(this.known(rule, subject));
  }

  private known(rule: Rule<unknown>, subject: string): Entry {
    let ofRule = this.entries.get(rule);
    if (!ofRule) this.entries.set(rule, (ofRule = new Map<string, Entry>()));
    let entry = ofRule.get(subject);
    if (!entry) {
      const id = subject === PLAN ? rule.id : `${rule.id}[${subject}]`;
      ofRule.set(subject, (entry = { id, rule, subject, cell: undefined, reads: [], via: [], checked: 0, changed: 0, running: false }));
    }
    return entry;
  }

  /**
   * Rows of a rule for all its subjects, in their order; waiting and not-applicable ones give none. The same array as
   * before while no row became another.
   */
  rows<T>(rule: Rule<readonly T[]>): readonly T[] {
    const entries = this.entriesOf(rule);
    const before = this.collected.get(rule);
    let same = before?.entries === entries;
    for (const entry of entries) if (this.upToDate(entry).changed > (before?.turn ?? 0)) same = false;
    const rows = before && same ? before.rows : entries.flatMap(({ cell }) => (cell?.outcome.kind === "known" ? (cell.outcome.value as readonly T[]) : []));
    this.collected.set(rule, { entries, rows, turn: this.turn });
    return rows as readonly T[];
  }

  /** Rows of several rules, one after the other; the same array as before while no row became another. */
  rowsOfAll<T>(rules: readonly Rule<readonly T[]>[]): readonly T[] {
    const pieces = rules.map((rule) => this.rows(rule));
    const before = this.joined.get(rules);
    if (before?.pieces.every((piece, at) => piece === pieces[at])) return before.rows as readonly T[];
    const rows = pieces.flat() as readonly T[];
    this.joined.set(rules, { pieces, rows });
    return rows;
  }

  /** The entries of a rule for the plan or for all subjects of its kind; the same array while the subjects are. */
  private entriesOf(rule: Rule<readonly unknown[]>): readonly Entry[] {
    const before = this.collected.get(rule);
    const list = rule.per === "plan" ? undefined : this.list(rule.per);
    if (before && (list?.changed ?? 0) <= before.turn) return before.entries;
    return (list ? (list.value ?? []) : [PLAN]).map((subject) => this.known(rule, subject));
  }

  private upToDate(entry: Entry): Entry & { readonly cell: Cell } {
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
