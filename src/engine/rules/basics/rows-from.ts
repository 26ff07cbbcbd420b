import { PLAN } from "../../kernel/outcome.ts";
import type { Reader, Rule } from "../../kernel/rule.ts";

/** Rows of several rules over all their subjects, as far as they are known. */
export interface RowsSoFar<T> {
  readonly rows: readonly T[];
  /** Whether some rows still wait for answers, so that counts are no totals yet. */
  readonly incomplete: boolean;
}

/** Collects rows for rules that exist once per plan: counts, lists, sums. Rows that wait are left out and noted. */
export function rowsFrom<T>(read: Reader, rules: readonly Rule<readonly T[]>[]): RowsSoFar<T> {
  const rows: T[] = [];
  let incomplete = false;
  for (const source of rules) {
    for (const subject of source.per === "plan" ? [PLAN] : read.subjects(source.per)) {
      const outcome = read.outcome(source, subject);
      if (outcome.kind === "known") rows.push(...outcome.value);
      else if (outcome.kind === "waiting") incomplete = true;
    }
  }
  return { rows, incomplete };
}
