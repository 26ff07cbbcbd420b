import { sources, type Plan, type Source } from "../engine/index.ts";

/** A source that the plan rests on, with its number in the document: `S3`. */
export interface UsedSource extends Source {
  readonly mark: string;
}

/**
 * Every source this plan rests on, in the catalogue's order: those of rules that gave something, of checks that found
 * something, and of assumptions; none that was read for other releases only.
 */
export function usedSources(plan: Plan): readonly UsedSource[] {
  const found = new Set(plan.findings.map(({ from }) => from));
  const gave = [...plan.cells].filter(([id, { rule, state }]) => state === "known" && (!rule.startsWith("check.") || found.has(id)));
  const used = new Set([...gave.flatMap(([, cell]) => cell.sources), ...plan.assumptions.map(({ source }) => source)]);
  const { release } = plan.project;
  const applies = (releases: readonly string[]) => release.kind !== "known" || releases.includes(release.value);
  return [...sources.values()].filter(({ id, releases }) => used.has(id) && applies(releases)).map((source, at) => ({ ...source, mark: `S${at + 1}` }));
}
