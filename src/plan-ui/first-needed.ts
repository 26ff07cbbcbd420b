import type { AnswerPath, Answers, Plan } from "../engine/index.ts";

/** Something that must be answered or added before rows can follow. */
export interface Needed {
  readonly title: string;
  /** Leads to its question, or to the page where subjects are added. */
  readonly path: AnswerPath;
}

/** What every plan begins with, as far as it is missing: without it no record and no address can follow. */
export function firstNeeded({ project }: Plan, { subjects }: Answers): readonly Needed[] {
  return [
    ...(project.domain.kind === "known" ? [] : [{ title: "the base domain", path: "project.domain" }]),
    ...(subjects.place.length > 0 ? [] : [{ title: "a place", path: "infrastructure.places" }]),
    ...(subjects.cluster.length > 0 ? [] : [{ title: "a cluster for the master", path: "infrastructure.clusters" }]),
  ];
}
