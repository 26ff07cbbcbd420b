import type { AnswerPath, SubjectKind } from "../kernel/outcome.ts";
import type { AnswerIndex } from "../kernel/given-answers.ts";
import type { Reader } from "../kernel/rule.ts";
import { GROUPS, pathOf, type Look, type Question } from "./question.ts";

/** Plain data an answer can be. */
export type AnswerValue = string | number | boolean | readonly AnswerValue[] | { readonly [key: string]: AnswerValue };

/** Kinds of subjects that people add: places, platform clusters, datacenters. */
export type ListedKind = Exclude<SubjectKind, "plan">;
export const LISTED_KINDS = ["place", "cluster", "datacenter"] as const satisfies readonly ListedKind[];

/** Who will know an answer, and by when. Both may be missing: "not known yet" alone is an answer too. */
export interface OpenMark {
  /** Id of a team, or a name. */
  readonly owner?: string;
  /** A day as `2026-12-03`. */
  readonly due?: string;
}

/**
 * What people said: the only thing that is saved. Nothing derived is ever stored here.
 *
 * An answer is *given* (in `given`), *open* (in `open`) or absent. An answer may be in both: then it is open, and the
 * last value is kept for the day someone knows it.
 */
export interface Answers {
  /** Ids in the order the subjects were created; ids never change, names may. */
  readonly subjects: Readonly<Record<ListedKind, readonly string[]>>;
  readonly given: Readonly<Record<AnswerPath, AnswerValue>>;
  readonly open: Readonly<Record<AnswerPath, OpenMark>>;
}

/** A plan about which nothing is known. */
export const NO_ANSWERS: Answers = { subjects: { place: [], cluster: [], datacenter: [] }, given: {}, open: {} };

/** The given value of a path; undefined when absent or marked open. */
export function givenAt(answers: Answers, path: AnswerPath): AnswerValue | undefined {
  return Object.hasOwn(answers.given, path) && !Object.hasOwn(answers.open, path) ? answers.given[path] : undefined;
}

/** Answers as the kernel reads them. */
export function indexAnswers(answers: Answers): AnswerIndex {
  return {
    get: (path) => givenAt(answers, path),
    subjects: (kind) => answers.subjects[kind],
    listPath: (kind) => `infrastructure.${GROUPS[kind]}`,
  };
}

/** Reads answers by question, without recording; for deciding which questions matter. */
export function lookAt(answers: Answers): Look {
  const look = <T>(question: Question<T>, subject?: string) =>
    (givenAt(answers, pathOf(question, subject)) ?? staticDefault(question)) as T | undefined;
  look.subjects = (kind: ListedKind) => answers.subjects[kind];
  return look;
}

/** Reads answers as a rule does, with what it finds recorded; for rules that ask which questions matter. */
export function lookThrough(read: Reader): Look {
  const look = <T>(question: Question<T>, subject?: string) => (read.optional(question, subject) ?? staticDefault(question)) as T | undefined;
  look.subjects = (kind: ListedKind) => read.subjects(kind);
  return look;
}

/** Whether a question matters, as a rule sees it: what decides that is recorded. */
export const isAskedThrough = (read: Reader, question: Question<unknown>, subject: string): boolean => question.asked?.(lookThrough(read), subject) ?? true;

function staticDefault(question: Question<unknown>): unknown {
  const value = question.productDefault?.value;
  return typeof value === "function" ? undefined : value;
}

/** Whether a question matters for the answers so far. */
export function isAsked(question: Question<unknown>, answers: Answers, subject?: string): boolean {
  return question.asked?.(lookAt(answers), subject ?? "plan") ?? true;
}

/** The same answers with one more given; an open mark on the path goes. `undefined` takes the answer away. */
export function withAnswer(answers: Answers, path: AnswerPath, value: AnswerValue | undefined): Answers {
  const given = value === undefined ? without(answers.given, path) : { ...answers.given, [path]: value };
  return { ...answers, given, open: without(answers.open, path) };
}

/** The same map without a key; a large plan has thousands of answers, so it is copied only when it must be. */
function without<T>(map: Readonly<Record<AnswerPath, T>>, path: AnswerPath): Readonly<Record<AnswerPath, T>> {
  if (!Object.hasOwn(map, path)) return map;
  const { [path]: _gone, ...rest } = map;
  return rest;
}

/** The same answers with a path marked open; the last value is kept. */
export function withOpen(answers: Answers, path: AnswerPath, mark: OpenMark): Answers {
  return { ...answers, open: { ...answers.open, [path]: mark } };
}

/** The same answers with a path no longer marked open; a value kept from before counts again. */
export function withoutOpen(answers: Answers, path: AnswerPath): Answers {
  return { ...answers, open: without(answers.open, path) };
}

/** The same answers with one more subject at the end of its list. */
export function withSubject(answers: Answers, kind: ListedKind, id: string): Answers {
  return { ...answers, subjects: { ...answers.subjects, [kind]: [...answers.subjects[kind], id] } };
}

/** The same answers without a subject and without everything said about it. */
export function withoutSubject(answers: Answers, kind: ListedKind, id: string): Answers {
  const belongs = (path: string) => {
    const [, group, at] = path.split(".");
    return group === GROUPS[kind] && at === id;
  };
  const keep = <T>(map: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(map).filter(([path]) => !belongs(path)));
  return {
    subjects: { ...answers.subjects, [kind]: answers.subjects[kind].filter((other) => other !== id) },
    given: keep(answers.given),
    open: keep(answers.open),
  };
}
