import type { Rule } from "../kernel/rule.ts";
import { PLAN } from "../kernel/outcome.ts";
import type { Evaluation } from "../kernel/evaluation.ts";

/** Subjects a rule runs for: the plan itself, or all subjects of its kind in creation order. */
export const subjectsOf = (evaluation: Evaluation, per: Rule<unknown>["per"]): readonly string[] =>
  per === "plan" ? [PLAN] : evaluation.index.subjects(per);

/** Values of a rule for all its subjects; waiting and not-applicable ones are left out. */
export function collect<T>(evaluation: Evaluation, rule: Rule<T>): readonly T[] {
  const values: T[] = [];
  for (const subject of subjectsOf(evaluation, rule.per)) {
    const { outcome } = evaluation.cell(rule, subject);
    if (outcome.kind === "known") values.push(outcome.value);
  }
  return values;
}
