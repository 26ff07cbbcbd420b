import { sources, type Plan, type Source } from "../engine/index.ts";

/** A source that the plan rests on, with its number in the document: `S3`. */
export interface UsedSource extends Source {
  readonly mark: string;
}

/** Every source this plan rests on, in the catalogue's order. */
export function usedSources(plan: Plan): readonly UsedSource[] {
  const used = new Set([
    ...Object.values(plan.cells).flatMap((cell) => (cell.state === "known" ? cell.sources : [])),
    ...plan.assumptions.map(({ source }) => source),
  ]);
  return [...sources.values()].filter(({ id }) => used.has(id)).map((source, at) => ({ ...source, mark: `S${at + 1}` }));
}
