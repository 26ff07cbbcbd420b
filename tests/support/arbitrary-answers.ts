import * as fc from "fast-check";
import {
  chapters,
  givenAt,
  isAsked,
  LISTED_KINDS,
  pathOf,
  withAnswer,
  withOpen,
  withoutSubject,
  withSubject,
  type Answers,
  type AnswerValue,
  type Control,
  type ListedKind,
  type Question,
} from "../../src/engine/index.ts";
import { goldenAnswers } from "./golden-plans.ts";
import { minimalPlans } from "./minimal-plans.ts";

/** Blocks, addresses and ranges that meet each other often, so that overlaps, exhaustion and exclusions happen. */
const BLOCKS = ["10.20.0.0/24", "10.20.0.208/28", "10.20.30.0/28", "10.20.30.0/31", "10.20.30.0/32", "10.20.0.0/16", "172.25.0.0/24", "100.64.0.0/10", "10.0.0.0/8", "fd00::/64", "192.168.0.0/29", "0.0.0.0/0"];
const BLOCKS6 = ["fd00::/64", "2001:db8:20::/64", "2001:db8:20::/48", "fd00::/120"];
const ADDRESSES = ["10.20.0.1", "10.20.0.10", "10.20.0.11", "10.20.30.1", "10.20.30.2", "10.20.30.15", "203.0.113.9", "100.64.30.10", "fd00::1", "192.168.0.3"];
const RANGES = ["10.20.0.50-10.20.0.220", "10.20.0.0-10.20.0.255", "10.20.30.1-10.20.30.3", "10.20.0.51", "192.168.0.2-192.168.0.6"].map((text) => (text.includes("-") ? text : `${text}-${text}`));
const NAMES = ["seed", "kubermatic", "azure-seed", "a", "x".repeat(63), "grafana"];
const HOSTNAMES = ["kubermatic.example.com", "poc.example.com", `${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(60)}.example.com`, "example.org"];

/** Two rows of a table, with and without what may be left out. */
function rowsFor({ columns }: Extract<Control, { type: "table" }>): readonly AnswerValue[] {
  const cell = (control: Control, at: number): AnswerValue => {
    if (control.type === "address") return ADDRESSES[at * 3] ?? "";
    if (control.type === "block") return BLOCKS[at * 4] ?? "";
    if (control.type === "integer") return control.min + at;
    if (control.type === "choice") return control.choices[at]?.value ?? "";
    return NAMES[at * 2] ?? "";
  };
  return [0, 1].map((at) => Object.fromEntries(columns.filter(({ required }) => required || at === 0).map(({ key, control }) => [key, cell(control, at)])));
}

export function valueFor(control: Control, question: Question<unknown>, ids: Readonly<Record<ListedKind, readonly string[]>>): fc.Arbitrary<AnswerValue> {
  switch (control.type) {
    case "integer":
      return fc.oneof(fc.integer({ min: control.min, max: Math.min(control.max, Math.max(control.min, 200)) }), fc.constantFrom(control.min, control.max));
    case "yes-no":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...control.choices.map(({ value }) => value));
    case "choices":
      return fc.subarray(control.choices.map(({ value }) => value));
    case "date":
      return fc.constantFrom("2026-11-02", "2027-01-31");
    case "address":
      return fc.constantFrom(...ADDRESSES);
    case "block":
      return fc.constantFrom(...(control.family === 6 ? BLOCKS6 : BLOCKS));
    case "range":
      return fc.constantFrom(...RANGES);
    case "list":
      return fc.uniqueArray(fc.constantFrom(...(control.of === "text" ? ["A. Author", "| * <b> {{ `"] : control.of === "block" ? BLOCKS : ADDRESSES)), { minLength: 1, maxLength: 4 });
    case "subject": {
      const list = ids[control.kind];
      return list.length > 0 ? fc.constantFrom(...list, "nowhere") : fc.constant("nowhere");
    }
    case "table":
      return fc.uniqueArray(fc.constantFrom(...rowsFor(control)), { maxLength: 3, selector: (row) => JSON.stringify(row) });
    case "text":
      return fc.constantFrom(...NAMES, ...HOSTNAMES, "10.0.0.9", "Example | <b>AG</b>", ...(question.example === undefined ? [] : [question.example]));
    default:
      throw new Error(`No values for ${JSON.stringify(control)} of ${question.id}`);
  }
}

const allQuestions = chapters.flatMap(({ questions }) => [...questions.plan, ...LISTED_KINDS.flatMap((kind) => questions[kind])]);

/** A question with the subject it is asked about. */
type Place = readonly [question: Question<unknown>, subject: string];

const placesOf = (answers: Answers): readonly Place[] =>
  allQuestions.flatMap((question) => (question.subject === "plan" ? ["plan"] : answers.subjects[question.subject]).map((subject) => [question, subject] as const));

const askedIn = (answers: Answers): readonly Place[] => placesOf(answers).filter(([question, subject]) => isAsked(question, answers, subject));

/** A sound value by a number: the example, or one of the choices. */
export function plausible({ control, example, schema }: Question<unknown>, { subjects }: Answers, pick: number): AnswerValue | undefined {
  const one = <T>(list: readonly T[]): T | undefined => list[pick % Math.max(1, list.length)];
  const raw = (): AnswerValue | undefined => {
    switch (control.type) {
      case "yes-no":
        return pick % 2 === 0;
      case "choice":
        return one(control.choices)?.value;
      case "choices":
        return control.choices.filter((_choice, at) => (pick + at) % 3 === 0).map(({ value }) => value);
      case "integer":
        return example === undefined ? control.min + (pick % Math.min(20, control.max - control.min + 1)) : Number(example);
      case "list":
        return example?.split(/\s*,\s*/) ?? (control.of === "block" ? [BLOCKS[0] ?? ""] : ["10.20.0.9"]);
      case "subject":
        return one(subjects[control.kind]);
      case "table":
        return [];
      case "date":
        return "2026-12-03";
      case "address":
        return example ?? one(ADDRESSES);
      case "block":
        return example ?? one(control.family === 6 ? BLOCKS6 : BLOCKS);
      case "range":
        return example ?? one(RANGES);
      default:
        return example ?? "example";
    }
  };
  const parsed = schema.safeParse(raw());
  return parsed.success ? (parsed.data as AnswerValue) : undefined;
}

/** The answers after an edit, and with what people go on to say: the questions that appear by it. */
export function followed(before: Answers, after: Answers, pick: number): Answers {
  const old = new Set(askedIn(before).map(([question, subject]) => pathOf(question, subject)));
  return askedIn(after).reduce((so, [question, subject], at) => {
    const path = pathOf(question, subject);
    const value = old.has(path) || givenAt(so, path) !== undefined ? undefined : plausible(question, so, pick + at);
    return value === undefined ? so : withAnswer(so, path, value);
  }, after);
}

/** One edit a person could make, mostly where something is asked; values are those the question's own schema accepts. */
export function edit(answers: Answers): fc.Arbitrary<Answers> {
  const ids = answers.subjects;
  const at = (places: readonly Place[]) =>
    fc.constantFrom(...places).chain(([question, subject]) =>
      fc.tuple(fc.integer({ min: 0, max: 19 }), fc.nat(99), valueFor(question.control, question, ids)).map(([dice, pick, value]) => {
        const path = pathOf(question, subject);
        if (dice < 2) return withAnswer(answers, path, undefined);
        if (dice < 4) return withOpen(answers, path, { owner: "network", due: "2026-12-03" });
        const parsed = question.schema.safeParse(value);
        if (!parsed.success) return answers;
        const next = withAnswer(answers, path, parsed.data as AnswerValue);
        return dice < 14 ? followed(answers, next, pick) : next;
      }),
    );
  const onSubjects = fc.tuple(fc.constantFrom(...LISTED_KINDS), fc.integer({ min: 0, max: 3 }), fc.nat(99)).map(([kind, dice, pick]) => {
    const list = ids[kind];
    const last = list.at(-1);
    if (dice === 0 && last !== undefined) return withoutSubject(answers, kind, last);
    if (list.length >= 4) return answers;
    const next = withSubject(answers, kind, `${kind}-${list.length}-new`);
    return dice === 1 ? next : followed(answers, followed(answers, next, pick), pick);
  });
  const asked = askedIn(answers);
  // What decides over other questions is changed most: the systems themselves.
  const closed = asked.filter(([{ control }]) => control.type === "choice" || control.type === "choices" || control.type === "yes-no");
  return fc.oneof(
    { weight: 5, arbitrary: at(closed.length > 0 ? closed : placesOf(answers)) },
    { weight: 4, arbitrary: at(asked.length > 0 ? asked : placesOf(answers)) },
    { weight: 1, arbitrary: at(placesOf(answers)) },
    { weight: 1, arbitrary: onSubjects },
  );
}

const golden = [...goldenAnswers().values()];

/** Every plan at which walks begin. */
export const starts: readonly Answers[] = [...golden, ...minimalPlans.values()];

/** Where walks begin: at a plan that uses every system somewhere, or at the smallest plan that has some fault. */
export const someStart = (): fc.Arbitrary<Answers> => fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...golden) }, { weight: 2, arbitrary: fc.constantFrom(...minimalPlans.values()) });

/** Answers that begin at one of the golden or minimal plans and go up to `edits` steps away from it. */
export function someAnswers(edits = 12): fc.Arbitrary<Answers> {
  const steps = (answers: Answers, left: number): fc.Arbitrary<Answers> =>
    left === 0 ? fc.constant(answers) : edit(answers).chain((next) => steps(next, left - 1));
  return fc.tuple(someStart(), fc.integer({ min: 0, max: edits })).chain(([start, count]) => steps(start, count));
}
