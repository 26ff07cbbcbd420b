import type { Fact } from "../facts/fact.ts";
import { facts } from "../facts/registry.ts";
import type { Source } from "../facts/source.ts";
import { sourcesFor } from "../facts/source-for.ts";
import { sources } from "../facts/sources.ts";
import type { CellRecord } from "../kernel/outcome.ts";
import type { Plan } from "./plan.ts";

/**
 * Every source that a plan rests on, in the catalogue's order: those of rules that gave something, of checks that found
 * something, and of assumptions; none that was read for other releases than those of the plan only.
 */
export function usedSources(plan: Plan): readonly Source[] {
  const used = new Set([...cellsThatGave(plan).flatMap((cell) => cell.sources), ...plan.assumptions.map(({ source }) => source)]);
  return sourcesFor([...sources.keys()].filter((id) => used.has(id)), plan.project);
}

/** A fact behind a plan, with the titles of what rests on it. */
export interface UsedFact extends Fact<unknown> {
  readonly restingOnIt: readonly string[];
}

/** Every fact behind a plan, in the catalogue's order. */
export function usedFacts(plan: Plan): readonly UsedFact[] {
  const resting = new Map<string, Set<string>>();
  for (const { facts: read, title } of cellsThatGave(plan)) {
    for (const id of read) resting.set(id, (resting.get(id) ?? new Set()).add(title));
  }
  return [...facts.values()].flatMap((fact) => (resting.has(fact.id) ? [{ ...fact, restingOnIt: [...(resting.get(fact.id) ?? [])] }] : []));
}

/** Rules that gave something, and checks that found something. */
function cellsThatGave(plan: Plan): readonly CellRecord[] {
  const found = new Set(plan.findings.map(({ from }) => from));
  return [...plan.cells].flatMap(([id, cell]) => (cell.state === "known" && (!cell.rule.startsWith("check.") || found.has(id)) ? [cell] : []));
}
