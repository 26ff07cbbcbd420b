import type { Entry } from "./evaluation.ts";
import type { Given } from "./given-answers.ts";
import type { Grounds } from "./grounds.ts";
import type { AnswerPath, Cell, CellId, CellRecord, Outcome, SourceId } from "./outcome.ts";
import type { Rule } from "./rule.ts";

/** What a reader has noted. */
export interface Noted {
  readonly answers: readonly Given[];
  readonly assumed: readonly AnswerPath[];
  readonly missing: readonly AnswerPath[];
  readonly via: readonly Entry[];
  readonly facts: readonly string[];
  readonly sources: readonly SourceId[];
  readonly grounds: Grounds | undefined;
}

/**
 * A cell with what its rule read. A large plan has tens of thousands of them, of which a person looks at a few, so the
 * record is written out only then.
 */
export class NotedCell implements Cell {
  readonly id: CellId;
  readonly outcome: Outcome<unknown>;
  private readonly rule: Rule<unknown>;
  private readonly subject: string;
  private readonly noted: Noted;
  private written: CellRecord | undefined;

  constructor({ id, rule, subject }: Entry, outcome: Outcome<unknown>, noted: Noted) {
    this.id = id;
    this.outcome = outcome;
    this.rule = rule;
    this.subject = subject;
    this.noted = noted;
  }

  get missing(): readonly AnswerPath[] {
    return this.noted.missing;
  }

  get assumed(): readonly AnswerPath[] {
    return this.noted.assumed;
  }

  get record(): CellRecord {
    return (this.written ??= this.write());
  }

  private write(): CellRecord {
    const { rule, subject, outcome } = this;
    const { answers, via, assumed, missing, facts, sources, grounds } = this.noted;
    const { id, title, per } = rule;
    const read = { rule: id, title, per, subject, state: outcome.kind, answers: answers.map(({ path }) => path), assumed, missing, via: via.map((entry) => entry.id), facts, sources };
    return outcome.kind === "not-applicable" ? { ...read, why: outcome.why } : { ...read, ...(grounds && { grounds: grounds.record }) };
  }
}
