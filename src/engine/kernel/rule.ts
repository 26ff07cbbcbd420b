import type { Question } from "../answers/question.ts";
import type { Fact } from "../facts/fact.ts";
import type { AnswerPath, CellId, Outcome, SourceId, SubjectKind, Value } from "./outcome.ts";

/**
 * What a rule sees of the world. Every call is recorded as provenance of the rule's result, so the explanation
 * cannot drift from the code. A read that cannot be satisfied ends the rule as *waiting*; rules need no null checks.
 */
export interface Reader {
  /** Id of the running cell; rows carry it as `from`. */
  readonly cell: CellId;
  /** The answer, or its sourced product default (recorded as assumption). Ends the rule as waiting when neither exists. */
  answer<T>(question: Question<T>, subject?: string): T;
  /** Ends the rule as waiting with *all* absent answers of the list, so that the open points are complete at once. */
  need(...refs: readonly (readonly [question: Question<unknown>, subject?: string])[]): void;
  /**
   * The answer or undefined; never waits and takes no default. Right in three cases: an empty answer means "nothing to add"
   * and its question says so (`empty`, listed as an assumption); another read of the same rule names the hole; or nothing of
   * the plan but advice about what was stated depends on it. Anywhere else the plan would change in silence, which the law of
   * removed answers (`tests/properties/removed-answers.ts`) finds.
   */
  optional<T>(question: Question<T>, subject?: string): T | undefined;
  /** The answer as a value that may be open. The rule goes on; the hole becomes an open point. */
  maybe<T>(question: Question<T>, subject?: string): Value<T>;
  /** Result of another rule. Waits with it; not applicable with it. */
  rule<T>(rule: Rule<T>, subject?: string): T;
  /** Like `rule`, but undefined where that rule is not applicable. */
  optionalRule<T>(rule: Rule<T>, subject?: string): T | undefined;
  /** The whole outcome of another rule; its missing answers are recorded as missing here too. */
  outcome<T>(rule: Rule<T>, subject?: string): Outcome<T>;
  /** Value of a catalogue fact, recorded with its sources. */
  fact<T>(fact: Fact<T>): T;
  /** Reads for one row alone: what is read outside is the ground of all rows of the rule, what is read inside that of the row with this id. */
  forRow<T>(id: string, make: () => T): T;
  /** Reads for rows that are made later, or to see whether it matters: each row that it shapes, or the rule where it has no rows, reads it again. */
  aside<T>(make: () => T): T;
  /** Adds a source that only this branch of the rule rests on. */
  cite(...sources: readonly SourceId[]): void;
  /** Ids of all subjects of a kind, in the order they were created. */
  subjects(kind: Exclude<SubjectKind, "plan">): readonly string[];
  /** Path of a question, for rows and findings that point at it. */
  path(question: Question<unknown>, subject?: string): AnswerPath;
  /** Ends the rule: nothing is needed here, because … */
  notApplicable(why: string): never;
}

/** One derived thing: a plain function of what it reads. */
export interface Rule<T> {
  /** Stable, documented, never reused: `part.thing`. */
  readonly id: string;
  /** What it derives, in words: "Virtual address of the nodeport-proxy". */
  readonly title: string;
  readonly per: SubjectKind;
  /** Where the rule itself can be checked. */
  readonly sources: readonly SourceId[];
  readonly derive: (read: Reader, subject: string) => T;
}

/** Declares a rule; keeps the inferred result type. */
export const rule = <T>(definition: Rule<T>): Rule<T> => definition;
