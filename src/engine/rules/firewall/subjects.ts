import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";

/** Ids that exist, so that a reference to something removed leads nowhere instead of inventing a subject. */
export const knownIds = rule<{ readonly places: ReadonlySet<string>; readonly clusters: ReadonlySet<string> }>({
  id: "infrastructure.known-ids",
  title: "Places and clusters of the plan",
  per: "plan",
  sources: [],
  derive: (read) => ({ places: new Set(read.subjects("place")), clusters: new Set(read.subjects("cluster")) }),
});

const existing = (read: Reader, place: string): string =>
  read.rule(knownIds).places.has(place) ? place : read.notApplicable(`The plan has no place ${place}.`);

/** Place of a platform cluster. Ends the rule where the place is not answered or not in the plan. */
export const placeOfCluster = (read: Reader, cluster: string): string => existing(read, read.answer(infrastructure.cluster.place, cluster));

/** Place of a datacenter's workers. Ends the rule where the place is not answered or not in the plan. */
export const placeOfWorkers = (read: Reader, datacenter: string): string => existing(read, read.answer(infrastructure.datacenter.place, datacenter));

/** Seed of a datacenter. Ends the rule where it is not answered, not in the plan, or no Seed. */
export function seedOf(read: Reader, datacenter: string): string {
  const seed = read.answer(infrastructure.datacenter.seed, datacenter);
  if (!read.rule(knownIds).clusters.has(seed)) return read.notApplicable(`The plan has no cluster ${seed}.`);
  if (read.answer(infrastructure.cluster.role, seed) === "master") return read.notApplicable(`The cluster ${seed} is no Seed.`);
  return seed;
}

/** Ends the rule while the plan has no platform cluster: people have nothing to dial before. */
export function needPlatform(read: Reader): void {
  if (read.subjects("cluster").length === 0) read.notApplicable("The plan has no cluster yet.");
}

/** Whether a cluster is a Seed apart from the master. Waits for its role. */
export const isSeparateSeed = (read: Reader, cluster: string): boolean => read.answer(infrastructure.cluster.role, cluster) === "seed";
