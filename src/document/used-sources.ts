import { usedFacts, usedSources, type Plan, type Source, type UsedFact } from "../engine/index.ts";

/** A source that the plan rests on, with its number in the document: `S3`. */
export interface MarkedSource extends Source {
  readonly mark: string;
}

/** Every source this plan rests on, numbered in the catalogue's order. */
export const markedSources = (plan: Plan): readonly MarkedSource[] => usedSources(plan).map((source, at) => ({ ...source, mark: `S${at + 1}` }));

/** Facts behind this plan that are figures of ours or that no source confirms, in the catalogue's order. */
export const uncertainFacts = (plan: Plan): readonly UsedFact[] => usedFacts(plan).filter(({ certainty }) => certainty === "planning" || certainty === "unconfirmed");
