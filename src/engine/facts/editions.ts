import { fact, type Fact } from "./fact.ts";

export const editionLimits = {
  seedName: fact({
    id: "editions.ce-seed-name",
    statement: "The only Seed of CE is called kubermatic; a webhook refuses every other name.",
    value: "kubermatic",
    certainty: "sourced",
    sources: ["kkp.code.seed-ce"],
  }),
  seeds: fact({
    id: "editions.ce-seeds",
    statement: "CE allows one Seed.",
    value: 1,
    certainty: "sourced",
    sources: ["kkp.code.seed-ce", "kkp.editions"],
  }),
} as const;

export const editionFacts: readonly Fact<unknown>[] = Object.values(editionLimits);
