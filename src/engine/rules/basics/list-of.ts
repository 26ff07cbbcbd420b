import { rule, type Rule } from "../../kernel/rule.ts";

/** A rule that makes one row, as the list of rows the Plan is assembled from. */
export const listOf = <T>(source: Rule<T>): Rule<readonly T[]> =>
  rule({ id: `${source.id}.rows`, title: source.title, per: source.per, sources: [], derive: (read, subject) => [read.rule(source, subject)] });
