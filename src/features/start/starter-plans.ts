import { queryOptions } from "@tanstack/react-query";

/** A plan to start from, as the catalogue describes it. */
export interface StarterPlan {
  readonly file: string;
  readonly title: string;
  readonly sentence: string;
  /** For the drawing on its card. */
  readonly clusters: number;
  readonly workerPlaces: number;
  /** What comes of it, in figures; a test holds them to the engine, which this page does not load. */
  readonly gives?: Figures;
}

export interface Figures {
  readonly answers: number;
  /** Virtual addresses used, and left over in their block. */
  readonly addresses: number;
  readonly free: number;
  readonly records: number;
  /** Names served over TLS. */
  readonly names: number;
  readonly flows: number;
  /** Lines of the checklist. */
  readonly checks: number;
}

/** Texts of the starter plans, each loaded when it is opened. */
const TEXTS = import.meta.glob<string>("../../../templates/plans/*.yaml", { query: "?raw", import: "default" });

export const starterPlansQuery = queryOptions({
  queryKey: ["starter-plans"],
  queryFn: async (): Promise<readonly StarterPlan[]> => (await import("../../../templates/plans/catalog.json")).default,
});

/**
 * The plan file of a starter plan.
 * @throws Error when the app's own folder lacks it; a fault of the build
 */
export async function starterText(file: string): Promise<string> {
  const load = TEXTS[`../../../templates/plans/${file}`];
  if (!load) throw new Error(`The starter plan ${file} is missing from this build.`);
  return load();
}
