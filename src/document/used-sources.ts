import { facts, sources, type Fact, type Plan, type Source } from "../engine/index.ts";

/** A source that the plan rests on, with its number in the document: `S3`. */
export interface UsedSource extends Source {
  readonly mark: string;
}

/**
 * Every source this plan rests on, in the catalogue's order: those of rules that gave something, of checks that found
 * something, and of assumptions; none that was read for other releases only.
 */
export function usedSources(plan: Plan): readonly UsedSource[] {
  const gave = cellsThatGave(plan);
  const used = new Set([...gave.flatMap(([, cell]) => cell.sources), ...plan.assumptions.map(({ source }) => source)]);
  const { release } = plan.project;
  const applies = (releases: readonly string[]) => release.kind !== "known" || releases.includes(release.value);
  return [...sources.values()].filter(({ id, releases }) => used.has(id) && applies(releases)).map((source, at) => ({ ...source, mark: `S${at + 1}` }));
}

/** A fact that the plan counts on although no page says it, with what rests on it. */
export interface UncertainFact extends Fact<unknown> {
  readonly restingOnIt: readonly string[];
}

/** Facts behind this plan that are figures of ours or that no source confirms, in the catalogue's order. */
export function uncertainFacts(plan: Plan): readonly UncertainFact[] {
  const resting = new Map<string, Set<string>>();
  for (const [, { facts: read, title }] of cellsThatGave(plan)) {
    for (const id of read) resting.set(id, (resting.get(id) ?? new Set()).add(title));
  }
  return [...facts.values()].filter(({ id, certainty }) => resting.has(id) && (certainty === "planning" || certainty === "unconfirmed")).map((fact) => ({ ...fact, restingOnIt: [...(resting.get(fact.id) ?? [])] }));
}

/** Rules that gave something, and checks that found something. */
function cellsThatGave(plan: Plan) {
  const found = new Set(plan.findings.map(({ from }) => from));
  return [...plan.cells].filter(([id, { rule, state }]) => state === "known" && (!rule.startsWith("check.") || found.has(id)));
}
