import type { Fact } from "./fact.ts";

const all: readonly Fact<unknown>[] = [];

/** All catalogue facts by id. */
export const facts: ReadonlyMap<string, Fact<unknown>> = new Map(all.map((fact) => [fact.id, fact]));
