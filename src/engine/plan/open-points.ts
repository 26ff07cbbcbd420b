import type { Answers } from "../answers/answers.ts";
import { findQuestion, questions } from "../answers/chapters/registry.ts";
import { CHAPTER_IDS } from "../answers/question.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import type { Missing } from "../answers/whether-asked.ts";
import type { AskedFor } from "./asked-for.ts";
import { missingSubjects } from "./missing-subjects.ts";
import type { Assumption, Meanwhile, OpenPoint, SubjectNames } from "./plan.ts";
import { questionAndSubject, titleOf } from "./subject-of.ts";

/** An answer that has to be there before a question is asked. */
type Before = Extract<Meanwhile, { readonly kind: "asked-after" }>["answers"][number];

/** What the plan takes in place of answers, as people read it. */
type Assumed = ReadonlyMap<AnswerPath, string>;

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
  without: ReadonlySet<AnswerPath>,
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
  const missing = points.length + waiting.size > 0;
  const assumed: Assumed = new Map(assumptions.map(({ path, shown }) => [path, shown]));
  const listed = (path: AnswerPath): boolean => waiting.has(path) || askedFor.has(path) || assumed.has(path);
  const askedThen = new Map<AnswerPath, string[]>();
  for (const [path, titles] of waiting) add(path, titles);
  for (const [path, when] of askedFor) {
    if (waiting.has(path)) continue;
    const shown = assumed.get(path);
    if (shown !== undefined) add(path, [], { kind: "assumed", shown });
    else if (when.kind === "now") add(path, [], { kind: without.has(path) ? "goes-on" : "nothing", more: missing });
    else {
      const answers = when.answers.map((before) => beforeIt(before, assumed, names));
      add(path, [], { kind: "asked-after", answers });
      for (const { path: before } of answers) if (!listed(before)) askedThen.set(before, [...(askedThen.get(before) ?? []), path]);
    }
  }
  // Whoever is sent to an answer finds it in the same list, also while no rule has come to it.
  for (const [path, marked] of askedThen) add(path, marked.map((one) => questionOf(one, names)));
  return CHAPTER_IDS.flatMap((chapter) => points.filter(({ question }) => question.startsWith(`${chapter}.`)).toSorted((one, other) => orderOf(one) - orderOf(other)));
}

/** What waits for the answer on which a question hangs. */
function questionOf(path: AnswerPath, names: SubjectNames): string {
  const { question: id, subject } = questionAndSubject(path);
  const question = findQuestion(id);
  return `The question about ${question ? titleOf(question, subject, { names }) : path}`;
}

function beforeIt({ path, question, subject }: Missing, assumed: Assumed, names: SubjectNames): Before {
  const shown = assumed.get(path);
  return { path, title: titleOf(question, subject, { names }), ...(shown === undefined ? {} : { assumed: shown }) };
}

/** Most answers that one sentence names. */
const MOST_ANSWERS = 3;

/** How the plan goes on without an answer, as a sentence without its full stop. */
export function meanwhileText(meanwhile: Meanwhile): string {
  if (meanwhile.kind === "assumed") return `Nothing waits for it: meanwhile the plan assumes “${meanwhile.shown}”`;
  if (meanwhile.kind === "goes-on") return `The plan goes on without it, and values may change with the answer${meanwhile.more ? "; more may wait once other answers are in" : ""}`;
  if (meanwhile.kind === "nothing") return meanwhile.more ? "No row names it yet; more may wait once other answers are in" : "No row needs it";
  const { answers } = meanwhile;
  const more = answers.length - MOST_ANSWERS;
  const named = answers.slice(0, MOST_ANSWERS).map(({ title, assumed }) => (assumed === undefined ? title : `${title}, for which the plan assumes “${assumed}”`));
  // An answer that is assumed says so after a comma, which a list with commas would swallow.
  return `Nothing waits for it yet: it is asked only once there is an answer to ${named.join(" or ")}${more > 0 ? ` or ${more} others` : ""}`;
}
