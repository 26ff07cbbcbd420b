import type { Answers } from "../answers/answers.ts";
import { CHAPTER_IDS, type Question } from "../answers/question.ts";
import type { AnswerPath, Cell } from "../kernel/outcome.ts";
import type { OpenPoint, ProjectFacts } from "./plan.ts";
import { questionAndSubject, titleOf } from "./subject-of.ts";

/** Every missing answer that something waits for, with what waits; in the order the questions are asked. */
export function openPointsOf(
  cells: readonly Cell[],
  answers: Answers,
  find: (id: string) => Question<unknown> | undefined,
  project: ProjectFacts,
): readonly OpenPoint[] {
  const waiting = new Map<AnswerPath, Set<string>>();
  for (const cell of cells) {
    for (const path of cell.missing) {
      const titles = waiting.get(path) ?? new Set();
      waiting.set(path, titles.add(cell.title));
    }
  }
  const points: OpenPoint[] = [];
  for (const [path, titles] of waiting) {
    const { question: id, subject } = questionAndSubject(path);
    const question = find(id);
    if (!question) continue;
    const mark = answers.open[path] ?? {};
    points.push({ path, question: id, subject, title: titleOf(question, subject, project), team: question.team, ...mark, waiting: [...titles] });
  }
  const order = (point: OpenPoint) => CHAPTER_IDS.indexOf(point.question.split(".")[0] as never);
  return points.toSorted((a, b) => order(a) - order(b));
}
