/** Dotted path of one answer, for example `network.places.fra.gateway`. Subject ids never hold a dot. */
export type AnswerPath = string;

/** Names one evaluation of one rule for one subject, for example `addresses.entry[seed]`. */
export type CellId = string;

/** Key into the source registry in `facts/sources.ts`. */
export type SourceId = string;

/** What a question, a rule or a row belongs to: the whole plan, or one place, platform cluster or datacenter. */
export type SubjectKind = "plan" | "place" | "cluster" | "datacenter";

/** The subject id of everything that exists once per plan. */
export const PLAN = "plan";

/**
 * A value inside a row that may not be known yet.
 *
 * - `known`: from an answer or a fact.
 * - `open`: nobody answered `question` yet; the plan lists it as an open point.
 * - `later`: nobody can know it before `who` hands it out, for example an address that a cloud assigns; or, where it is
 *   `lacking`, before there is what `who` names, for example a larger block; or, where it is `told`, before somebody
 *   reads it in what `who` names, for example a document that another system publishes. `family` is set where it is
 *   sure to be of one family.
 */
export type Value<T> =
  | { readonly kind: "known"; readonly value: T }
  | Open
  | { readonly kind: "later"; readonly who: string; readonly lacking?: true; readonly told?: true; readonly family?: 4 | 6 };

/** A value for which an answer is missing. */
export interface Open {
  readonly kind: "open";
  readonly question: AnswerPath;
}

/** Wraps a value that is certain. */
export const known = <T>(value: T): Value<T> => ({ kind: "known", value });

/** A value that nobody knows yet, as a label says it: who assigns it, where it is read, or what it needs. */
export const laterLabel = ({ who, lacking, told }: Extract<Value<unknown>, { kind: "later" }>): string => (lacking ? `needs ${who}` : told ? `read from ${who}` : `assigned by ${who}`);

/**
 * What a rule came to. `waiting` names the answers that are missing; `not-applicable` says why nothing is needed.
 * The three are never replaced by `null`, an empty string or zero.
 */
export type Outcome<T> =
  | { readonly kind: "known"; readonly value: T }
  | { readonly kind: "not-applicable"; readonly why: string }
  | { readonly kind: "waiting"; readonly missing: readonly AnswerPath[] };

/** Open for the first answer that an outcome waits for; undefined where it waits for none. */
export function openFor(outcome: Extract<Outcome<unknown>, { kind: "waiting" }>): Open;
export function openFor(outcome: Outcome<unknown>): Open | undefined;
export function openFor(outcome: Outcome<unknown>): Open | undefined {
  return outcome.kind === "waiting" ? { kind: "open", question: outcome.missing[0] ?? "" } : undefined;
}

/** What was read for one row, or for none in particular. */
export interface RowGround {
  readonly answers: readonly AnswerPath[];
  readonly via: readonly CellId[];
  readonly facts: readonly string[];
  readonly sources: readonly SourceId[];
}

/** Stands for no row among those of `RowGrounds`, for what was looked at aside: ids of rows are never empty. */
export const ASIDE = "";

/** What a rule read for single rows, by their ids, and what holds for all of them. */
export interface RowGrounds {
  readonly shared: RowGround;
  readonly rows: Readonly<Record<string, RowGround>>;
}

/** What one rule read while it ran, recorded by the kernel, never written by hand; without the value it gave. */
export interface CellRecord {
  readonly rule: string;
  readonly title: string;
  /** Kind of `subject`; kinds may share an id. */
  readonly per: SubjectKind;
  readonly subject: string;
  readonly state: Outcome<unknown>["kind"];
  /** Why nothing is needed; set with `not-applicable`. */
  readonly why?: string;
  /** Answers that it read itself. */
  readonly answers: readonly AnswerPath[];
  /** Answers that were absent and for which a sourced product default stood in. */
  readonly assumed: readonly AnswerPath[];
  /** Absent answers that leave a hole in the result, or the result waiting. */
  readonly missing: readonly AnswerPath[];
  /** The other cells that it read, so that the whole chain can be walked. */
  readonly via: readonly CellId[];
  readonly facts: readonly string[];
  /** Those of the rule where it gave something, those of its facts, and what it cited. */
  readonly sources: readonly SourceId[];
  /** The same row by row, where the rule read some of it for single rows alone. */
  readonly grounds?: RowGrounds;
}

/** One evaluation of one rule for one subject: what it came to, and on what ground. */
export interface Cell<T = unknown> {
  readonly id: CellId;
  readonly outcome: Outcome<T>;
  /** As in the record, which is written out only when somebody looks at it. */
  readonly missing: readonly AnswerPath[];
  readonly assumed: readonly AnswerPath[];
  /** Answers that it looked for in vain and came to something all the same; none while it waits. */
  readonly without: readonly AnswerPath[];
  readonly record: CellRecord;
}
