import type { Answers } from "../answers/answers.ts";
import { findQuestion, questions } from "../answers/chapters/registry.ts";
import { CHAPTER_IDS } from "../answers/question.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import type { AskedFor, When } from "./asked-for.ts";
import { missingSubjects } from "./missing-subjects.ts";
import type { Assumption, Meanwhile, OpenPoint, SubjectNames } from "./plan.ts";
import { questionAndSubject, titleOf } from "./subject-of.ts";

/** Where a question stands among all; lists that are still empty are asked for before any. */
const ORDER: ReadonlyMap<string, number> = new Map(questions.map(({ id }, at) => [id, at]));
const orderOf = ({ question }: OpenPoint): number => ORDER.get(question) ?? -1;

/**
 * Lists that are still empty, every missing answer that something waits for, with what waits, and every other answer
 * that somebody was asked for, with what the plan does meanwhile; in the order the questions are asked.
 */
export function openPointsOf(
  waiting: ReadonlyMap<AnswerPath, readonly string[]>,
  askedFor: AskedFor,
  assumptions: readonly Assumption[],
  subjects: Answers["subjects"],
  open: Answers["open"],
  names: SubjectNames,
): readonly OpenPoint[] {
  const points: OpenPoint[] = [...missingSubjects(subjects)];
  const add = (path: AnswerPath, waiting: readonly string[], meanwhile?: Meanwhile) => {
    const { question: id, subject } = questionAndSubject(path);
    const question = findQuestion(id);
    // Nobody can answer about a place or cluster that is not part of the plan; a check names the answer that points there.
    if (!question || (question.subject !== "plan" && !subjects[question.subject].includes(subject))) return;
    const mark = open[path] ?? {};
    points.push({ path, question: id, subject, title: titleOf(question, subject, { names }), team: question.team, ...mark, waiting, ...(meanwhile ? { meanwhile } : {}) });
  };
  for (const [path, titles] of waiting) add(path, titles);
  for (const [path, when] of askedFor) if (!waiting.has(path)) add(path, [], meanwhileOf(path, when, assumptions, names));
  return CHAPTER_IDS.flatMap((chapter) => points.filter(({ question }) => question.startsWith(`${chapter}.`)).toSorted((one, other) => orderOf(one) - orderOf(other)));
}

function meanwhileOf(path: AnswerPath, when: When, assumptions: readonly Assumption[], names: SubjectNames): Meanwhile {
  const assumed = assumptions.find((assumption) => assumption.path === path);
  if (assumed) return { kind: "assumed", shown: assumed.shown };
  if (when.kind === "now") return { kind: "nothing" };
  return { kind: "asked-after", answers: when.answers.map(({ path: before, question, subject }) => ({ path: before, title: titleOf(question, subject, { names }) })) };
}

/** Most answers that one sentence names. */
const MOST = 3;

/** How the plan goes on without an answer, as a sentence without its full stop. */
export function meanwhileText(meanwhile: Meanwhile): string {
  if (meanwhile.kind === "assumed") return `Nothing waits for it: meanwhile the plan assumes ${meanwhile.shown}`;
  if (meanwhile.kind === "nothing") return "Nothing waits for it so far";
  const { answers } = meanwhile;
  const more = answers.length - MOST;
  return `Nothing waits for it yet: it is asked only once there is an answer to ${answers.slice(0, MOST).map(({ title }) => title).join(" or ")}${more > 0 ? ` or ${more} others` : ""}`;
}
