import type { Endpoint } from "../../plan/plan.ts";

/** Box of the overview that stands for an end of flows. */
export type BoxOf = (end: Endpoint) => string;

/** What folding needs to know about the places. */
export interface Places {
  /** Place of the master, which stays unfolded longest; undefined while nobody knows it. */
  readonly master: string | undefined;
  /** Places in which a platform cluster stands. */
  readonly withClusters: ReadonlySet<string>;
}

/** Ids of boxes that stand for more than one end. */
export const folded = {
  place: (place: string) => `place[${place}]`,
  seedPlaces: "places[seeds]",
  workerPlaces: "places[workers]",
  backups: "s3",
  unplaced: "unplaced",
} as const;

/**
 * The most detailed way to draw the ends with at most `limit` boxes: every end for itself; all places but the master's
 * folded to one box each; all places folded; places with Seeds and places with workers only as one box each.
 */
export function foldingFor(shown: readonly Endpoint[], { master, withClusters }: Places, limit: number): BoxOf {
  const homeless = (end: Endpoint): string | undefined =>
    end.cluster === undefined && end.datacenter === undefined ? undefined : end.kind === "s3" ? folded.backups : folded.unplaced;
  const byPlace =
    (boxOf: (place: string) => string | undefined): BoxOf =>
    (end) =>
      (end.place === undefined ? homeless(end) : boxOf(end.place)) ?? end.id;
  const levels: readonly BoxOf[] = [
    (end) => end.id,
    byPlace((place) => (place === master ? undefined : folded.place(place))),
    byPlace(folded.place),
    byPlace((place) => (withClusters.has(place) ? folded.seedPlaces : folded.workerPlaces)),
  ];
  const fits = levels.find((boxOf) => countUpTo(limit + 1, shown, boxOf) <= limit);
  return fits ?? levels[levels.length - 1] ?? ((end) => end.id);
}

/** Number of different boxes, counted no further than `most`. */
function countUpTo(most: number, shown: readonly Endpoint[], boxOf: BoxOf): number {
  const boxes = new Set<string>();
  for (const end of shown) if (boxes.add(boxOf(end)).size >= most) break;
  return boxes.size;
}
