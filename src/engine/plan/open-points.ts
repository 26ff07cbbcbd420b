import type { Answers } from "../answers/answers.ts";
import { CHAPTER_IDS, type Question } from "../answers/question.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import { missingSubjects } from "./missing-subjects.ts";
import type { OpenPoint, ProjectFacts } from "./plan.ts";
import { questionAndSubject, titleOf } from "./subject-of.ts";

/** Lists that are still empty, and every missing answer that something waits for, with what waits; in the order the questions are asked. */
export function openPointsOf(
  waiting: ReadonlyMap<AnswerPath, readonly string[]>,
  answers: Answers,
  find: (id: string) => Question<unknown> | undefined,
  project: ProjectFacts,
): readonly OpenPoint[] {
  const points: OpenPoint[] = [...missingSubjects(answers)];
  for (const [path, titles] of waiting) {
    const { question: id, subject } = questionAndSubject(path);
    const question = find(id);
    // Nobody can answer about a place or cluster that is not part of the plan; a check names the answer that points there.
    if (!question || (question.subject !== "plan" && !answers.subjects[question.subject].includes(subject))) continue;
    const mark = answers.open[path] ?? {};
    points.push({ path, question: id, subject, title: titleOf(question, subject, project), team: question.team, ...mark, waiting: titles });
  }
  return CHAPTER_IDS.flatMap((chapter) => points.filter(({ question }) => question.startsWith(`${chapter}.`)));
}
