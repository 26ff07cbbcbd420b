import { givenAt, isAsked, pathOf, PLAN, type AnswerPath, type Answers, type ChapterId, type Plan, type Question, type SubjectKind } from "../engine/index.ts";
import { questionsOn, type Asked, type AskPage } from "./layout.ts";
import { indexOf } from "./plan-index.ts";

/**
 * How certain an answer is. `marked`: somebody said that it is not known yet. `waiting`: not answered, and part of the
 * plan waits for it. `blank`: not answered, and nothing waits.
 */
export type AnswerState = "given" | "assumed" | "marked" | "waiting" | "blank";

/** State of one answer. */
export function stateOf(answers: Answers, plan: Plan, path: AnswerPath): AnswerState {
  if (Object.hasOwn(answers.open, path)) return "marked";
  if (givenAt(answers, path) !== undefined) return "given";
  const index = indexOf(plan);
  if (index.assumptions.has(path)) return "assumed";
  return index.openPoints.has(path) ? "waiting" : "blank";
}

/** Questions of a page that matter for the answers so far. */
export function askedOn(answers: Answers, page: AskPage): readonly Asked[] {
  return questionsOn(page).flatMap((question) => {
    const subjects = question.subject === "plan" ? [PLAN] : answers.subjects[question.subject];
    return subjects.flatMap((subject) => askedOf(answers, question, subject));
  });
}

/** Questions of a page about one subject of a kind. */
export function askedAbout(answers: Answers, page: AskPage, kind: SubjectKind, subject: string): readonly Asked[] {
  return questionsOn(page).flatMap((question) => (question.subject === kind ? askedOf(answers, question, subject) : []));
}

function askedOf(answers: Answers, question: Question<unknown>, subject: string): readonly Asked[] {
  return isAsked(question, answers, subject) ? [{ question, subject, path: pathOf(question, subject) }] : [];
}

/** Signs in the order in which one outranks the next. `none`: nothing is said about anything here. */
const WORST_FIRST = ["blocker", "open", "warning", "assumed", "given", "none"] as const;
export type Worst = (typeof WORST_FIRST)[number];

/** The state that wins where several meet. */
export function worstOf(states: Iterable<Worst>): Worst {
  const present = new Set(states);
  return WORST_FIRST.find((state) => present.has(state)) ?? "none";
}

/** How far a set of questions is. */
export interface Progress {
  readonly total: number;
  /** Given, or a product default stands in. */
  readonly answered: number;
  readonly assumed: number;
  /** Marked as not known yet, or missing while something waits. */
  readonly open: number;
  readonly worst: Worst;
}

const SIGN_OF: Readonly<Record<AnswerState, Worst>> = { given: "given", assumed: "assumed", marked: "open", waiting: "open", blank: "none" };

/** Progress over asked questions, with the worst state of their answers and of the findings about them. */
export function progressOf(answers: Answers, plan: Plan, asked: readonly Asked[]): Progress {
  const findings = indexOf(plan).findings;
  const worst = new Set<Worst>();
  const counts: Record<AnswerState, number> = { given: 0, assumed: 0, marked: 0, waiting: 0, blank: 0 };
  for (const { path } of asked) {
    const state = stateOf(answers, plan, path);
    counts[state] += 1;
    worst.add(SIGN_OF[state]);
    for (const { severity } of findings.get(path) ?? []) if (severity !== "advice") worst.add(severity);
  }
  return {
    total: asked.length,
    answered: counts.given + counts.assumed,
    assumed: counts.assumed,
    open: counts.marked + counts.waiting,
    worst: worstOf(worst),
  };
}

const ofPages = new WeakMap<Plan, Map<AskPage, Progress>>();

/** Progress of a page, worked out once for each plan. */
export function progressOn(answers: Answers, plan: Plan, page: AskPage): Progress {
  const known = ofPages.get(plan) ?? new Map<AskPage, Progress>();
  ofPages.set(plan, known);
  const progress = known.get(page) ?? progressOf(answers, plan, askedOn(answers, page));
  known.set(page, progress);
  return progress;
}

/** Progress over several sets. */
export function sumOf(parts: readonly Progress[]): Progress {
  const sum = (key: "total" | "answered" | "assumed" | "open") => parts.reduce((all, part) => all + part[key], 0);
  return { total: sum("total"), answered: sum("answered"), assumed: sum("assumed"), open: sum("open"), worst: worstOf(parts.map(({ worst }) => worst)) };
}

/** Whether a path belongs to one of the chapters. */
export function isIn(path: AnswerPath, chapters: readonly ChapterId[]): boolean {
  return chapters.some((chapter) => path.startsWith(`${chapter}.`));
}
