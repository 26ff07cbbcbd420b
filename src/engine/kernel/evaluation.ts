import { pathOf, type Question } from "../answers/question.ts";
import type { Fact } from "../facts/fact.ts";
import { PLAN, type AnswerPath, type Cell, type CellId, type Outcome, type SourceId, type SubjectKind, type Value } from "./outcome.ts";
import { Notes } from "./notes.ts";
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

/** The answer to a question for a subject, as it stands in the plan file. */
interface Given<T> {
  readonly path: AnswerPath;
  readonly value: T | undefined;
}

class CellReader implements Reader {
  readonly answers = new Notes<AnswerPath>();
  readonly assumed = new Notes<AnswerPath>();
  readonly missing = new Notes<AnswerPath>();
  readonly via = new Notes<CellId>();
  readonly facts = new Notes<string>();
  readonly sources: Notes<SourceId>;
  readonly cell: CellId;
  private readonly evaluation: Evaluation;

  constructor(evaluation: Evaluation, cell: CellId, sources: readonly SourceId[]) {
    this.evaluation = evaluation;
    this.cell = cell;
    this.sources = new Notes(sources);
  }

  private lookUp<T>(question: Question<T>, subject: string): Given<T> {
    const given = this.evaluation.given(question, subject);
    this.answers.add(given.path);
    return given;
  }

  private orDefault<T>(question: Question<T>, subject: string): Given<T> {
    const given = this.lookUp(question, subject);
    const { path, value } = given;
    if (value !== undefined || question.productDefault === undefined) return given;
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
  /** The same cells without spelling out ids: a rule's cells are asked for far more often than they are made. */
  private readonly known = new Map<Rule<unknown>, Map<string, Cell | typeof RUNNING>>();

  private readonly answered = new Map<Question<unknown>, Map<string, Given<unknown>>>();

  constructor(index: AnswerIndex) {
    this.index = index;
  }

  /** The answer to a question for a subject; many rules ask for the same one. */
  given<T>(question: Question<T>, subject: string): Given<T> {
    let ofQuestion = this.answered.get(question);
    if (!ofQuestion) this.answered.set(question, (ofQuestion = new Map<string, Given<unknown>>()));
    let given = ofQuestion.get(subject);
    if (!given) {
      const path = pathOf(question, subject);
      ofQuestion.set(subject, (given = { path, value: this.index.get(path) }));
    }
    return given as Given<T>;
  }

  /**
   * The cell of a rule for a subject, evaluated on first use.
   * @throws Error when rules read each other in a circle, or when a rule itself is broken.
   */
  cell<T>(rule: Rule<T>, subject: string = PLAN): Cell<T> {
    let ofRule = this.known.get(rule);
    if (!ofRule) this.known.set(rule, (ofRule = new Map<string, Cell | typeof RUNNING>()));
    const known = ofRule.get(subject);
    if (known === RUNNING) throw new Error(`Rules read each other in a circle at ${cellId(rule, subject)}`);
    if (known) return known as Cell<T>;
    ofRule.set(subject, RUNNING);
    const id = cellId(rule, subject);
    const reader = new CellReader(this, id, rule.sources);
    const outcome = run(rule, reader, subject);
    const cell: Cell<T> = {
      id,
      rule: rule.id,
      title: rule.title,
      subject,
      outcome,
      answers: reader.answers.list,
      assumed: reader.assumed.list,
      missing: reader.missing.list,
      via: reader.via.list,
      facts: reader.facts.list,
      sources: reader.sources.list,
    };
    ofRule.set(subject, cell);
    this.cells.set(id, cell);
    return cell;
  }
}

/** Stands in for a cell while its rule runs. */
const RUNNING = "running";

const cellId = (rule: Rule<unknown>, subject: string): CellId => (subject === PLAN ? rule.id : `${rule.id}[${subject}]`);

function run<T>(rule: Rule<T>, reader: CellReader, subject: string): Outcome<T> {
  try {
    return { kind: "known", value: rule.derive(reader, subject) };
  } catch (signal) {
    if (signal === WAITING) return { kind: "waiting", missing: reader.missing.list };
    if (signal instanceof NotApplicable) return { kind: "not-applicable", why: signal.why };
    throw signal;
  }
}
