import type { Answers } from "../answers/answers.ts";
import { findQuestion, questions } from "../answers/chapters/registry.ts";
import { CHAPTER_IDS } from "../answers/question.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import { missingSubjects } from "./missing-subjects.ts";
import type { OpenPoint, SubjectNames } from "./plan.ts";
import { questionAndSubject, titleOf } from "./subject-of.ts";

/** Where a question stands among all; lists that are still empty are asked for before any. */
const ORDER: ReadonlyMap<string, number> = new Map(questions.map(({ id }, at) => [id, at]));
const orderOf = ({ question }: OpenPoint): number => ORDER.get(question) ?? -1;

/** Lists that are still empty, and every missing answer that something waits for, with what waits; in the order the questions are asked. */
export function openPointsOf(
  waiting: ReadonlyMap<AnswerPath, readonly string[]>,
  subjects: Answers["subjects"],
  open: Answers["open"],
  names: SubjectNames,
): readonly OpenPoint[] {
  const points: OpenPoint[] = [...missingSubjects(subjects)];
  for (const [path, titles] of waiting) {
    const { question: id, subject } = questionAndSubject(path);
    const question = findQuestion(id);
    // Nobody can answer about a place or cluster that is not part of the plan; a check names the answer that points there.
    if (!question || (question.subject !== "plan" && !subjects[question.subject].includes(subject))) continue;
    const mark = open[path] ?? {};
    points.push({ path, question: id, subject, title: titleOf(question, subject, { names }), team: question.team, ...mark, waiting: titles });
  }
  return CHAPTER_IDS.flatMap((chapter) => points.filter(({ question }) => question.startsWith(`${chapter}.`)).toSorted((one, other) => orderOf(one) - orderOf(other)));
}
