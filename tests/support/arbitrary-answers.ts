import * as fc from "fast-check";
import {
  chapters,
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
import { starterAnswers, starterNames } from "./starter-plans.ts";

/** Blocks, addresses and ranges that meet each other often, so that overlaps, exhaustion and exclusions happen. */
const BLOCKS = ["10.20.0.0/24", "10.20.0.208/28", "10.20.30.0/28", "10.20.30.0/31", "10.20.30.0/32", "10.20.0.0/16", "172.25.0.0/24", "100.64.0.0/10", "10.0.0.0/8", "fd00::/64", "192.168.0.0/29", "0.0.0.0/0"];
const ADDRESSES = ["10.20.0.1", "10.20.0.10", "10.20.0.11", "10.20.30.1", "10.20.30.2", "10.20.30.15", "203.0.113.9", "100.64.30.10", "fd00::1", "192.168.0.3"];
const RANGES = ["10.20.0.50-10.20.0.220", "10.20.0.0-10.20.0.255", "10.20.30.1-10.20.30.3", "10.20.0.51", "192.168.0.2-192.168.0.6"].map((text) => (text.includes("-") ? text : `${text}-${text}`));
const NAMES = ["seed", "kubermatic", "azure-seed", "a", "x".repeat(63), "grafana"];
const HOSTNAMES = ["kubermatic.example.com", "poc.example.com", `${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(60)}.example.com`, "example.org"];

function valueFor(control: Control, question: Question<unknown>, ids: Readonly<Record<ListedKind, readonly string[]>>): fc.Arbitrary<AnswerValue> {
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
      return fc.constantFrom(...BLOCKS);
    case "range":
      return fc.constantFrom(...RANGES);
    case "list":
      return fc.uniqueArray(fc.constantFrom(...(control.of === "text" ? ["A. Author", "| * <b> {{ `"] : ADDRESSES)), { minLength: 1, maxLength: 4 });
    case "subject": {
      const list = ids[control.kind];
      return list.length > 0 ? fc.constantFrom(...list, "nowhere") : fc.constant("nowhere");
    }
    case "table":
      return fc.constant([]);
    case "text":
      return fc.constantFrom(...NAMES, ...HOSTNAMES, "10.0.0.9", "Example | <b>AG</b>");
    default:
      throw new Error(`No values for ${JSON.stringify(control)} of ${question.id}`);
  }
}

const allQuestions = chapters.flatMap(({ questions }) => [...questions.plan, ...LISTED_KINDS.flatMap((kind) => questions[kind])]);

/** One edit a person could make; values are those the question's own schema accepts. */
function edit(answers: Answers): fc.Arbitrary<Answers> {
  const ids = answers.subjects;
  const onQuestion = fc.constantFrom(...allQuestions).chain((question) => {
    const subjects = question.subject === "plan" ? ["plan"] : ids[question.subject];
    if (subjects.length === 0) return fc.constant(answers);
    return fc.tuple(fc.constantFrom(...subjects), fc.integer({ min: 0, max: 9 }), valueFor(question.control, question, ids)).map(([subject, dice, value]) => {
      const path = pathOf(question, subject);
      if (dice === 0) return withAnswer(answers, path, undefined);
      if (dice === 1) return withOpen(answers, path, { owner: "network", due: "2026-12-03" });
      const parsed = question.schema.safeParse(value);
      return parsed.success ? withAnswer(answers, path, parsed.data as AnswerValue) : answers;
    });
  });
  const onSubjects = fc.tuple(fc.constantFrom(...LISTED_KINDS), fc.integer({ min: 0, max: 3 })).map(([kind, dice]) => {
    const list = ids[kind];
    const last = list.at(-1);
    if (dice === 0 && last !== undefined) return withoutSubject(answers, kind, last);
    return list.length < 4 ? withSubject(answers, kind, `${kind}-${list.length}-new`) : answers;
  });
  return fc.oneof({ weight: 9, arbitrary: onQuestion }, { weight: 1, arbitrary: onSubjects });
}

/** Answers that begin at a starter plan and go up to `edits` steps away from it. */
export function someAnswers(edits = 12): fc.Arbitrary<Answers> {
  const steps = (answers: Answers, left: number): fc.Arbitrary<Answers> =>
    left === 0 ? fc.constant(answers) : edit(answers).chain((next) => steps(next, left - 1));
  return fc
    .tuple(fc.constantFrom(...starterNames), fc.integer({ min: 0, max: edits }))
    .chain(([name, count]) => steps(starterAnswers(name), count));
}

/** A walk from a starter plan: the answers after each of up to `edits` steps, now and then back to earlier ones. */
export function someWalk(edits = 8): fc.Arbitrary<readonly Answers[]> {
  const steps = (walk: readonly Answers[], left: number): fc.Arbitrary<readonly Answers[]> =>
    left === 0
      ? fc.constant(walk)
      : fc
          .oneof({ weight: 5, arbitrary: edit(walk.at(-1) as Answers) }, { weight: 1, arbitrary: fc.constantFrom(...walk) })
          .chain((next) => steps([...walk, next], left - 1));
  return fc.tuple(fc.constantFrom(...starterNames), fc.integer({ min: 1, max: edits })).chain(([name, count]) => steps([starterAnswers(name)], count));
}
