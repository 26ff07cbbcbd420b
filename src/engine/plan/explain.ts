import { findQuestion } from "../answers/chapters/registry.ts";
import { sourcesFor } from "../facts/source-for.ts";
import { facts } from "../facts/registry.ts";
import type { Fact } from "../facts/fact.ts";
import type { Source } from "../facts/source.ts";
import { ASIDE, type AnswerPath, type CellId, type CellRecord, type RowGround } from "../kernel/outcome.ts";
import type { Derived, Plan } from "./plan.ts";
import { ROW_RULES } from "./row-rules.ts";
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
  /** Titles of the values of the plan that it rests on, each with facts and sources of its own; nearest first. */
  readonly restsOn: readonly string[];
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

/** Cells behind an item, nearest first, with what each of them lends it; those that `stop` are named and not gone through. */
function walk(plan: Plan, item: Derived, stop: (id: CellId, reader: CellId) => boolean): { readonly cells: ReadonlyMap<CellId, readonly RowGround[]>; readonly stopped: ReadonlySet<CellId> } {
  const cells = new Map<CellId, readonly RowGround[]>();
  const stopped = new Set<CellId>();
  const queue: CellId[] = [item.from];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const cell = cells.has(id) ? undefined : plan.cells.get(id);
    if (!cell) continue;
    const grounds = id === item.from ? groundsOf(cell, item.id) : groundsBetween(cell);
    cells.set(id, grounds);
    for (const { via } of grounds) {
      for (const read of via) {
        if (stop(read, id)) stopped.add(read);
        else queue.push(read);
      }
    }
  }
  return { cells, stopped };
}

/**
 * Walks the recorded reads of an item to the answers it rests on, and to facts and sources. Where it rests on another value
 * of the plan, that one has facts and sources of its own, and the walk to these ends there; an item that only says again what
 * others derived has none but theirs.
 */
export function explain(plan: Plan, item: Derived): Explanation {
  const own = plan.cells.get(item.from);
  const all = walk(plan, item, () => false);
  // Whoever has no source of its own says what others derived, and so may those.
  const gathering = new Set<CellId>();
  const gathers = (reader: CellId): boolean => (reader === item.from || gathering.has(reader)) && (all.cells.get(reader) ?? []).every(({ sources }) => sources.length === 0);
  const near = walk(plan, item, (id, reader) => {
    if (!gathers(reader)) return id !== item.from && ROW_RULES.has(plan.cells.get(id)?.rule ?? "");
    gathering.add(id);
    return false;
  });
  const assumed = new Set<AnswerPath>();
  const missing = new Set<AnswerPath>();
  const answers = new Set<AnswerPath>();
  const through: string[] = [];
  for (const [id, grounds] of all.cells) {
    const cell = plan.cells.get(id);
    if (id !== item.from && cell) through.push(cell.title);
    for (const path of cell?.assumed ?? []) assumed.add(path);
    for (const path of cell?.missing ?? []) missing.add(path);
    for (const ground of grounds) for (const path of ground.answers) answers.add(path);
  }
  const grounds = [...near.cells.values()].flat();
  const factIds = new Set(grounds.flatMap(({ facts: read }) => read));
  return {
    why: item.why,
    rule: own?.title ?? item.from,
    answers: [...answers].flatMap((path) => {
      const { question: id, subject } = questionAndSubject(path);
      const question = findQuestion(id);
      if (!question) return [];
      const state = assumed.has(path) ? "assumed" : missing.has(path) ? "missing" : "given";
      return [{ path, title: titleOf(question, subject, plan.project), state } as const];
    }),
    facts: [...factIds].flatMap((id) => facts.get(id) ?? []),
    sources: sourcesFor(new Set(grounds.flatMap(({ sources }) => sources)), plan.project),
    through: [...new Set(through)],
    restsOn: [...new Set([...near.stopped].flatMap((id) => (plan.cells.get(id)?.state === "known" ? (plan.cells.get(id)?.title ?? []) : [])))],
  };
}
