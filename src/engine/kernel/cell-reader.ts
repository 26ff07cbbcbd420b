import { pathOf, type Question } from "../answers/question.ts";
import type { Fact } from "../facts/fact.ts";
import type { Entry, Evaluation } from "./evaluation.ts";
import type { Given } from "./given-answers.ts";
import { Grounds } from "./grounds.ts";
import { MarkedList } from "./marked-list.ts";
import { idOf, type Noted } from "./noted-cell.ts";
import { Notes } from "./notes.ts";
import { ASIDE, PLAN, type AnswerPath, type CellId, type Outcome, type SourceId, type SubjectKind, type Value } from "./outcome.ts";
import type { Reader, Rule } from "./rule.ts";

/** Control flow of a rule that stops early; not an error, so no stack is captured. */
export const WAITING = { signal: "waiting" } as const;

/** Control flow of a rule that gives nothing, with the reason. */
export class NotApplicable {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

/** Hands one rule what it asks for and notes it all. */
export class CellReader implements Reader, Noted {
  readonly answers = new MarkedList<Given>();
  readonly via = new MarkedList<Entry>();
  // Most rules note nothing of some kinds; a list is made with its first entry.
  missing: Notes<AnswerPath> | undefined;
  assumed: Notes<AnswerPath> | undefined;
  without: Notes<AnswerPath> | undefined;
  facts: Notes<string> | undefined;
  sources: Notes<SourceId> | undefined;
  grounds: Grounds | undefined;
  private readonly evaluation: Evaluation;
  private readonly entry: Entry;
  private named: CellId | undefined;

  constructor(evaluation: Evaluation, entry: Entry) {
    this.evaluation = evaluation;
    this.entry = entry;
  }

  get cell(): CellId {
    return (this.named ??= idOf(this.entry));
  }

  private lookUp<T>(question: Question<T>, subject: string): Given<T> {
    const given = this.evaluation.given(question, subject);
    this.answers.add(given);
    this.grounds?.note("answers", given);
    return given;
  }

  private orDefault<T>(question: Question<T>, subject: string): Pick<Given<T>, "path" | "value"> {
    const given = this.lookUp(question, subject);
    const { path, value } = given;
    if (value !== undefined || question.productDefault === undefined || question.productDefault.where?.(this, subject) === false) return given;
    (this.assumed ??= new Notes()).add(path);
    this.citeOne(question.productDefault.source);
    const fallback = question.productDefault.value;
    return { path, value: typeof fallback === "function" ? (fallback as (read: Reader, subject: string) => T)(this, subject) : fallback };
  }

  answer<T>(question: Question<T>, subject = PLAN): T {
    const { path, value } = this.orDefault(question, subject);
    if (value !== undefined) return value;
    (this.missing ??= new Notes()).add(path);
    throw WAITING;
  }

  need(...refs: readonly (readonly [Question<unknown>, string?])[]): void {
    let complete = true;
    for (const [question, subject = PLAN] of refs) {
      const { path, value } = this.orDefault(question, subject);
      if (value !== undefined) continue;
      complete = false;
      (this.missing ??= new Notes()).add(path);
    }
    if (!complete) throw WAITING;
  }

  optional<T>(question: Question<T>, subject = PLAN): T | undefined {
    const { path, value } = this.lookUp(question, subject);
    if (value === undefined && question.empty !== undefined) (this.assumed ??= new Notes()).add(path);
    // Where an empty answer means nothing, the rule has simply gone on without it.
    if (value === undefined && (question.empty === undefined || question.empty.where !== undefined)) (this.without ??= new Notes()).add(path);
    return value;
  }

  maybe<T>(question: Question<T>, subject = PLAN): Value<T> {
    const { path, value } = this.orDefault(question, subject);
    if (value !== undefined) return { kind: "known", value };
    (this.missing ??= new Notes()).add(path);
    return { kind: "open", question: path };
  }

  outcome<T>(rule: Rule<T>, subject = PLAN): Outcome<T> {
    const entry = this.evaluation.entry(rule, subject);
    this.via.add(entry);
    this.grounds?.note("via", entry);
    const outcome = entry.cell.outcome as Outcome<T>;
    if (outcome.kind === "waiting") for (const path of outcome.missing) (this.missing ??= new Notes()).add(path);
    return outcome;
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
    (this.facts ??= new Notes()).add(fact.id);
    this.grounds?.note("facts", fact.id);
    for (const source of fact.sources) this.citeOne(source);
    return fact.value;
  }

  cite(...sources: readonly SourceId[]): void {
    for (const source of sources) this.citeOne(source);
  }

  private citeOne(source: SourceId): void {
    (this.sources ??= new Notes(this.entry.rule.sources)).add(source);
    this.grounds?.note("sources", source);
  }

  forRow<T>(id: string, make: () => T): T {
    this.grounds ??= new Grounds(this, this.entry.rule.sources);
    const before = this.grounds.turnTo(id);
    const row = make();
    this.grounds.turnTo(before);
    return row;
  }

  aside<T>(make: () => T): T {
    return this.forRow(ASIDE, make);
  }

  subjects(kind: Exclude<SubjectKind, "plan">): readonly string[] {
    const list = this.evaluation.list(kind);
    this.answers.add(list);
    this.grounds?.note("answers", list);
    return list.value ?? [];
  }

  path(question: Question<unknown>, subject = PLAN): AnswerPath {
    return pathOf(question, subject);
  }

  notApplicable(why: string): never {
    throw new NotApplicable(why);
  }
}
