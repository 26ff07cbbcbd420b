import type { Fact } from "./fact.ts";
import { sizingFacts } from "./sizing.ts";

const all: readonly Fact<unknown>[] = [...sizingFacts];

/** All catalogue facts by id. */
export const facts: ReadonlyMap<string, Fact<unknown>> = new Map(all.map((fact) => [fact.id, fact]));
