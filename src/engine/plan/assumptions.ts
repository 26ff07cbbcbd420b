import type { Control, Question } from "../answers/question.ts";
import { findQuestion } from "../answers/chapters/registry.ts";
import type { Evaluation } from "../kernel/evaluation.ts";
import type { AnswerPath, Cell } from "../kernel/outcome.ts";
import { rule, type Rule } from "../kernel/rule.ts";
import type { Assumption, ProjectFacts } from "./plan.ts";
import { questionAndSubject, titleOf } from "./subject-of.ts";

/** Every product default that stood in for an unanswered question, once. */
export function assumptionsOf(evaluation: Evaluation, cells: readonly Cell[], project: ProjectFacts): readonly Assumption[] {
  const paths = new Set<AnswerPath>();
  for (const { record } of cells) for (const path of record.assumed) paths.add(path);
  const assumptions: Assumption[] = [];
  for (const path of paths) {
    const { question: id, subject } = questionAndSubject(path);
    const question = findQuestion(id);
    if (!question?.productDefault) continue;
    const { outcome } = evaluation.cell(valueOf(question), subject);
    if (outcome.kind !== "known") continue;
    const { sentence, source } = question.productDefault;
    assumptions.push({ path, question: id, subject, title: titleOf(question, subject, project), value: textOf(question.control, outcome.value), shown: shownOf(question.control, outcome.value), sentence, source });
  }
  return assumptions;
}

/** A value as the form words it; an empty list is "none". */
function textOf(control: Control, value: unknown): string {
  if (control.type === "yes-no") return value === true ? control.yes : control.no;
  if (!Array.isArray(value)) return String(value);
  return value.length === 0 ? "none" : value.map(String).join(", ");
}

/** A value with choices by their labels. */
function shownOf(control: Control, value: unknown): string {
  if (control.type !== "choice" && control.type !== "choices") return textOf(control, value);
  if (Array.isArray(value) && value.length === 0) return "none of them";
  const labelOf = (one: unknown) => control.choices.find((choice) => choice.value === one)?.label ?? String(one);
  return (Array.isArray(value) ? value : [value]).map(labelOf).join(", ");
}

const values = new WeakMap<Question<unknown>, Rule<unknown>>();

/** The rule that gives what stands in for the answer to a question; one for each question, so that it is kept. */
function valueOf(question: Question<unknown>): Rule<unknown> {
  let value = values.get(question);
  if (!value) {
    value = rule({ id: `assumed.${question.id}`, title: question.short, per: question.subject, sources: [], derive: (read, subject) => read.answer(question, subject) });
    values.set(question, value);
  }
  return value;
}
