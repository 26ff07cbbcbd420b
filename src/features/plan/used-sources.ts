import { sources, type Plan, type Source } from "../../engine/index.ts";

/** Sources that this plan's values rest on, by title. */
export function usedSources(plan: Plan): readonly Source[] {
  const ids = new Set([...[...plan.cells.values()].flatMap((cell) => (cell.state === "known" ? cell.sources : [])), ...plan.assumptions.map(({ source }) => source)]);
  return [...ids].flatMap((id) => sources.get(id) ?? []).toSorted((a, b) => (a.title < b.title ? -1 : 1));
}
