import type { Entry } from "./evaluation.ts";
import type { Given } from "./given-answers.ts";
import type { Grounds } from "./grounds.ts";
import { listOf } from "./notes.ts";
import { PLAN, type AnswerPath, type Cell, type CellId, type CellRecord, type Outcome, type SourceId } from "./outcome.ts";

/** A list of what a reader has noted, each once. */
interface Listed<T> {
  readonly list: readonly T[];
}

/** What a reader has noted. */
export interface Noted {
  readonly answers: Listed<Given>;
  readonly via: Listed<Entry>;
  readonly assumed: Listed<AnswerPath> | undefined;
  readonly missing: Listed<AnswerPath> | undefined;
  readonly without: Listed<AnswerPath> | undefined;
  readonly facts: Listed<string> | undefined;
  /** Those of the rule and what it cited; absent where it cited nothing. */
  readonly sources: Listed<SourceId> | undefined;
  readonly grounds: Grounds | undefined;
}

/**
 * A cell with what its rule read. A large plan has tens of thousands of them, of which a person looks at a few, so the
 * record is written out only then.
 */
export class NotedCell implements Cell {
  readonly outcome: Outcome<unknown>;
  /** What it read from the answers. */
  readonly reads: readonly Given[];
  /** The other cells that it read. */
  readonly via: readonly Entry[];
  readonly assumed: readonly AnswerPath[];
  readonly missing: readonly AnswerPath[];
  readonly without: readonly AnswerPath[];
  private readonly entry: Entry;
  private readonly facts: readonly string[];
  private readonly sources: readonly SourceId[];
  private readonly grounds: Grounds | undefined;
  private written: CellRecord | undefined;

  constructor(entry: Entry, outcome: Outcome<unknown>, noted: Noted) {
    this.entry = entry;
    this.outcome = outcome;
    this.reads = noted.answers.list;
    this.via = noted.via.list;
    this.assumed = listOf(noted.assumed);
    this.missing = outcome.kind === "waiting" ? outcome.missing : listOf(noted.missing);
    this.without = outcome.kind === "waiting" ? NONE : listOf(noted.without);
    this.facts = listOf(noted.facts);
    this.sources = noted.sources?.list ?? entry.rule.sources;
    this.grounds = noted.grounds;
  }

  get id(): CellId {
    return idOf(this.entry);
  }

  get record(): CellRecord {
    return (this.written ??= this.write());
  }

  private write(): CellRecord {
    const { outcome, assumed, missing, facts, sources, grounds } = this;
    const { rule, subject } = this.entry;
    const { id, title, per } = rule;
    const read = { rule: id, title, per, subject, state: outcome.kind, answers: this.reads.map(({ path }) => path), assumed, missing, via: this.via.map(idOf), facts, sources };
    // What a rule would say rests on the sources in its head; that it says nothing, on what it cited until then.
    return outcome.kind === "not-applicable" ? { ...read, sources: sources.filter((source) => !rule.sources.includes(source)), why: outcome.why } : { ...read, ...(grounds && { grounds: grounds.record }) };
  }
}

/** Name of a cell, made when somebody asks: few of the tens of thousands are ever named. */
export const idOf = ({ rule, subject }: Pick<Entry, "rule" | "subject">): CellId => (subject === PLAN ? rule.id : `${rule.id}[${subject}]`);

const NONE: readonly never[] = [];
