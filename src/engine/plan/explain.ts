import { findQuestion } from "../answers/chapters/registry.ts";
import { sourcesFor } from "../facts/sources.ts";
import { facts } from "../facts/registry.ts";
import type { Fact } from "../facts/fact.ts";
import type { Source } from "../facts/source.ts";
import { ASIDE, type AnswerPath, type CellId, type CellRecord, type RowGround } from "../kernel/outcome.ts";
import type { Derived, Plan } from "./plan.ts";
import { questionAndSubject, titleOf } from "./subject-of.ts";

/** Why one derived item is there: from its sentence back to answers, assumptions, facts and sources. */
export interface Explanation {
  readonly why: string;
  /** Title of the rule that made it. */
  readonly rule: string;
  readonly answers: readonly { readonly path: AnswerPath; readonly title: string; readonly state: "given" | "assumed" | "missing" }[];
  readonly facts: readonly Fact<unknown>[];
  readonly sources: readonly Source[];
  /** Titles of the rules in between, nearest first. */
  readonly through: readonly string[];
}

/** What a row rests on in the cell that made it: what holds for all rows of the cell, and what was read for this one. */
export function groundsOf(cell: CellRecord, row: string): readonly RowGround[] {
  if (!cell.grounds) return [cell];
  const own = cell.grounds.rows[row];
  return own ? [cell.grounds.shared, own] : [cell.grounds.shared];
}

/** The same of a cell in between: all of it, apart from what it looked at and did not use. */
function groundsBetween(cell: CellRecord): readonly RowGround[] {
  return cell.grounds ? [cell.grounds.shared, ...Object.entries(cell.grounds.rows).flatMap(([row, ground]) => (row === ASIDE ? [] : [ground]))] : [cell];
}

/** Walks the recorded reads of an item to the answers and sources it rests on. */
export function explain(plan: Plan, item: Derived): Explanation {
  const seen = new Set<CellId>();
  const queue: CellId[] = [item.from];
  const assumed = new Set<AnswerPath>();
  const missing = new Set<AnswerPath>();
  const answers = new Set<AnswerPath>();
  const factIds = new Set<string>();
  const sourceIds = new Set<string>();
  const through: string[] = [];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const cell = plan.cells.get(id);
    if (!cell) continue;
    if (id !== item.from) through.push(cell.title);
    for (const path of cell.assumed) assumed.add(path);
    for (const path of cell.missing) missing.add(path);
    for (const ground of id === item.from ? groundsOf(cell, item.id) : groundsBetween(cell)) {
      for (const path of ground.answers) answers.add(path);
      for (const fact of ground.facts) factIds.add(fact);
      for (const source of ground.sources) sourceIds.add(source);
      queue.push(...ground.via);
    }
  }
  return {
    why: item.why,
    rule: plan.cells.get(item.from)?.title ?? item.from,
    answers: [...answers].flatMap((path) => {
      const { question: id, subject } = questionAndSubject(path);
      const question = findQuestion(id);
      if (!question) return [];
      const state = assumed.has(path) ? "assumed" : missing.has(path) ? "missing" : "given";
      return [{ path, title: titleOf(question, subject, plan.project), state } as const];
    }),
    facts: [...factIds].flatMap((id) => facts.get(id) ?? []),
    sources: sourcesFor(sourceIds, plan.project),
    through: [...new Set(through)],
  };
}
