import type { Endpoint } from "../../plan/plan.ts";
import { ends } from "../firewall/ends.ts";

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
  configuration: "configuration",
  people: "people",
  unplaced: "unplaced",
} as const;

/**
 * The most detailed way to draw the ends with at most `limit` boxes: every end for itself, but workloads with the workers that
 * answer at their addresses; Git and Vault as one box, then users
 * and engineers as one, and from there on always; all places but the master's folded to one box each; all places so; then places with Seeds and places with workers only as one box each, around a
 * master's place that is drawn in full, or as one box.
 */
export function foldingFor(shown: readonly Endpoint[], { master, withClusters }: Places, limit: number): BoxOf {
  const homeless = (end: Endpoint): string | undefined =>
    end.cluster === undefined && end.datacenter === undefined ? undefined : end.kind === "s3" ? folded.backups : folded.unplaced;
  const workers = new Set(shown.flatMap(({ id, kind }) => (kind === "workers" ? [id] : [])));
  const single: BoxOf = ({ id, kind, datacenter }) => {
    const answering = kind === "workloads" && datacenter !== undefined ? ends.workers(datacenter) : id;
    return workers.has(answering) ? answering : id;
  };
  const stores = shown.filter(isStore).length > 1;
  const together = (boxOf: BoxOf): BoxOf => (stores ? (end) => (isStore(end) ? folded.configuration : boxOf(end)) : boxOf);
  const peopled = shown.filter(isPeople).length > 1;
  const gathered = (boxOf: BoxOf): BoxOf => (peopled ? (end) => (isPeople(end) ? folded.people : boxOf(end)) : boxOf);
  const byPlace =
    (ofMaster: "in full" | "one box", ofOthers: (place: string) => string): BoxOf =>
    (end) => {
      if (end.place === undefined) return homeless(end) ?? single(end);
      if (end.place !== master) return ofOthers(end.place);
      return ofMaster === "in full" ? single(end) : folded.place(end.place);
    };
  const grouped = (place: string) => (withClusters.has(place) ? folded.seedPlaces : folded.workerPlaces);
  const last = gathered(together(byPlace("one box", grouped)));
  const levels: readonly BoxOf[] = [single, together(single), ...[single, byPlace("in full", folded.place), byPlace("one box", folded.place), byPlace("in full", grouped)].map((boxOf) => gathered(together(boxOf)))];
  return levels.find((boxOf) => countUpTo(limit + 1, shown, boxOf) <= limit) ?? last;
}

/** Where people keep configuration and secrets. */
const isStore = ({ kind }: Endpoint): boolean => kind === "git" || kind === "secret-store";

/** Whoever works at a machine of their own; the workstation that mirrors is none of them. */
const isPeople = ({ id, kind }: Endpoint): boolean => kind === "users" || (kind === "engineers" && id !== ends.mirrorHost);

/** Number of different boxes, counted no further than `most`. */
function countUpTo(most: number, shown: readonly Endpoint[], boxOf: BoxOf): number {
  const boxes = new Set<string>();
  for (const end of shown) if (boxes.add(boxOf(end)).size >= most) break;
  return boxes.size;
}
