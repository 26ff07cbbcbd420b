import { pathOf, type Question } from "../answers/question.ts";
import type { Fact } from "../facts/fact.ts";
import { PLAN, type AnswerPath, type Cell, type CellId, type Outcome, type SourceId, type SubjectKind, type Value } from "./outcome.ts";
import type { Reader, Rule } from "./rule.ts";

/** The answers as the kernel reads them; built once per plan by `answers/index-answers.ts`. */
export interface AnswerIndex {
  get(path: AnswerPath): unknown;
  subjects(kind: Exclude<SubjectKind, "plan">): readonly string[];
  /** Path of the list itself, recorded when a rule walks over all subjects of a kind. */
  listPath(kind: Exclude<SubjectKind, "plan">): AnswerPath;
}

/** Control flow of a rule that stops early; not errors, so no stack is captured. */
const WAITING = { signal: "waiting" } as const;
class NotApplicable {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

class CellReader implements Reader {
  readonly answers = new Set<AnswerPath>();
  readonly assumed = new Set<AnswerPath>();
  readonly missing = new Set<AnswerPath>();
  readonly via = new Set<CellId>();
  readonly facts = new Set<string>();
  readonly sources: Set<SourceId>;
  readonly cell: CellId;
  private readonly evaluation: Evaluation;

  constructor(evaluation: Evaluation, cell: CellId, sources: readonly SourceId[]) {
    this.evaluation = evaluation;
    this.cell = cell;
    this.sources = new Set(sources);
  }

  private lookUp<T>(question: Question<T>, subject: string): { path: AnswerPath; value: T | undefined } {
    const path = pathOf(question, subject);
    this.answers.add(path);
    const given = this.evaluation.index.get(path) as T | undefined;
    return { path, value: given };
  }

  private orDefault<T>(question: Question<T>, subject: string): { path: AnswerPath; value: T | undefined } {
    const { path, value } = this.lookUp(question, subject);
    if (value !== undefined || question.productDefault === undefined) return { path, value };
    this.assumed.add(path);
    this.sources.add(question.productDefault.source);
    const fallback = question.productDefault.value;
    return { path, value: typeof fallback === "function" ? (fallback as (read: Reader, subject: string) => T)(this, subject) : fallback };
  }

  answer<T>(question: Question<T>, subject = PLAN): T {
    const { path, value } = this.orDefault(question, subject);
    if (value !== undefined) return value;
    this.missing.add(path);
    throw WAITING;
  }

  need(...refs: readonly (readonly [Question<unknown>, string?])[]): void {
    let complete = true;
    for (const [question, subject = PLAN] of refs) {
      const { path, value } = this.orDefault(question, subject);
      if (value !== undefined) continue;
      complete = false;
      this.missing.add(path);
    }
    if (!complete) throw WAITING;
  }

  optional<T>(question: Question<T>, subject = PLAN): T | undefined {
    return this.lookUp(question, subject).value;
  }

  maybe<T>(question: Question<T>, subject = PLAN): Value<T> {
    const { path, value } = this.orDefault(question, subject);
    if (value !== undefined) return { kind: "known", value };
    this.missing.add(path);
    return { kind: "open", question: path };
  }

  outcome<T>(rule: Rule<T>, subject = PLAN): Outcome<T> {
    const cell = this.evaluation.cell(rule, subject);
    this.via.add(cell.id);
    if (cell.outcome.kind === "waiting") for (const path of cell.outcome.missing) this.missing.add(path);
    return cell.outcome;
  }

  optionalRule<T>(rule: Rule<T>, subject = PLAN): T | undefined {
    const outcome = this.outcome(rule, subject);
    if (outcome.kind === "waiting") throw WAITING;
    return outcome.kind === "known" ? outcome.value : undefined;
  }

  rule<T>(rule: Rule<T>, subject = PLAN): T {
    const outcome = this.outcome(rule, subject);
    if (outcome.kind === "known") return outcome.value;
    if (outcome.kind === "waiting") throw WAITING;
    throw new NotApplicable(outcome.why);
  }

  fact<T>(fact: Fact<T>): T {
    this.facts.add(fact.id);
    this.cite(...fact.sources);
    return fact.value;
  }

  cite(...sources: readonly SourceId[]): void {
    for (const source of sources) this.sources.add(source);
  }

  subjects(kind: Exclude<SubjectKind, "plan">): readonly string[] {
    this.answers.add(this.evaluation.index.listPath(kind));
    return this.evaluation.index.subjects(kind);
  }

  path(question: Question<unknown>, subject = PLAN): AnswerPath {
    return pathOf(question, subject);
  }

  notApplicable(why: string): never {
    throw new NotApplicable(why);
  }
}

/** Runs rules on one set of answers and remembers each result per rule and subject. */
export class Evaluation {
  readonly cells = new Map<CellId, Cell>();
  readonly index: AnswerIndex;
  private readonly running = new Set<CellId>();

  constructor(index: AnswerIndex) {
    this.index = index;
  }

  /**
   * The cell of a rule for a subject, evaluated on first use.
   * @throws Error when rules read each other in a circle, or when a rule itself is broken.
   */
  cell<T>(rule: Rule<T>, subject: string = PLAN): Cell<T> {
    const id = subject === PLAN ? rule.id : `${rule.id}[${subject}]`;
    const done = this.cells.get(id);
    if (done) return done as Cell<T>;
    if (this.running.has(id)) throw new Error(`Rules read each other in a circle at ${id}`);
    this.running.add(id);
    const reader = new CellReader(this, id, rule.sources);
    const outcome = run(rule, reader, subject);
    this.running.delete(id);
    const cell: Cell<T> = {
      id,
      rule: rule.id,
      title: rule.title,
      subject,
      outcome,
      answers: [...reader.answers],
      assumed: [...reader.assumed],
      missing: [...reader.missing],
      via: [...reader.via],
      facts: [...reader.facts],
      sources: [...reader.sources],
    };
    this.cells.set(id, cell);
    return cell;
  }
}

function run<T>(rule: Rule<T>, reader: CellReader, subject: string): Outcome<T> {
  try {
    return { kind: "known", value: rule.derive(reader, subject) };
  } catch (signal) {
    if (signal === WAITING) return { kind: "waiting", missing: [...reader.missing] };
    if (signal instanceof NotApplicable) return { kind: "not-applicable", why: signal.why };
    throw signal;
  }
}
