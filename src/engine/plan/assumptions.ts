import { findQuestion } from "../answers/chapters/registry.ts";
import { Evaluation } from "../kernel/evaluation.ts";
import type { AnswerPath, Cell } from "../kernel/outcome.ts";
import { rule } from "../kernel/rule.ts";
import type { Assumption, ProjectFacts } from "./plan.ts";
import { questionAndSubject, titleOf } from "./subject-of.ts";

/** Every product default that stood in for an unanswered question, once. */
export function assumptionsOf(evaluation: Evaluation, cells: readonly Cell[], project: ProjectFacts): readonly Assumption[] {
  const paths = new Set<AnswerPath>(cells.flatMap(({ assumed }) => assumed));
  const assumptions: Assumption[] = [];
  for (const path of paths) {
    const { question: id, subject } = questionAndSubject(path);
    const question = findQuestion(id);
    if (!question?.productDefault) continue;
    const { outcome } = new Evaluation(evaluation.index).cell(valueOf(id), subject);
    if (outcome.kind !== "known") continue;
    const { sentence, source } = question.productDefault;
    assumptions.push({ path, question: id, subject, title: titleOf(question, subject, project), value: String(outcome.value), sentence, source });
  }
  return assumptions;
}

const valueOf = (id: string) =>
  rule<unknown>({
    id: `assumed.${id}`,
    title: id,
    per: "plan",
    sources: [],
    derive: (read, subject) => {
      const question = findQuestion(id);
      return question && read.answer(question, subject);
    },
  });
