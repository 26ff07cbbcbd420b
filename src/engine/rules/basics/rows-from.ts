import { PLAN, type AnswerPath } from "../../kernel/outcome.ts";
import type { Reader, Rule } from "../../kernel/rule.ts";

/** Rows of several rules over all their subjects, as far as they are known. */
export interface RowsSoFar<T> {
  readonly rows: readonly T[];
  /** Answers that further rows wait for: while there are any, counts are no totals yet. */
  readonly missing: readonly AnswerPath[];
}

/** Collects rows for rules that exist once per plan: counts, lists, sums. Rows that wait are left out and noted. */
export function rowsFrom<T>(read: Reader, rules: readonly Rule<readonly T[]>[]): RowsSoFar<T> {
  const rows: T[] = [];
  const missing = new Set<AnswerPath>();
  for (const source of rules) {
    for (const subject of source.per === "plan" ? [PLAN] : read.subjects(source.per)) {
      const outcome = read.outcome(source, subject);
      if (outcome.kind === "known") rows.push(...outcome.value);
      else if (outcome.kind === "waiting") for (const path of outcome.missing) missing.add(path);
    }
  }
  return { rows, missing: [...missing] };
}

/** A word for counts that are no totals yet, with a blank before it; none where nothing is missing. */
export const soFar = (missing: readonly AnswerPath[]): string => (missing.length === 0 ? "" : " so far");
