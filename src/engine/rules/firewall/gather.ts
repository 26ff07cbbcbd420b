import { PLAN } from "../../kernel/outcome.ts";
import type { Reader, Rule } from "../../kernel/rule.ts";

/** Rows of several rules for all their subjects, rule by rule; what waits or is not applicable adds none. */
export function gather<T>(read: Reader, rules: readonly Rule<readonly T[]>[]): readonly T[] {
  const rows: T[] = [];
  for (const rule of rules) {
    for (const subject of rule.per === "plan" ? [PLAN] : read.subjects(rule.per)) {
      const outcome = read.outcome(rule, subject);
      if (outcome.kind === "known") rows.push(...outcome.value);
    }
  }
  return rows;
}
