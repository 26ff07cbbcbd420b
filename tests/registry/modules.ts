import type { Check } from "../../src/engine/kernel/check.ts";
import type { Fact } from "../../src/engine/facts/fact.ts";
import type { Rule } from "../../src/engine/kernel/rule.ts";

/** Every module of the engine by its path, so that nothing escapes the walk by not being registered. */
const modules = import.meta.glob<Record<string, unknown>>(["../../src/engine/**/*.ts", "!../../src/engine/**/*.test.ts"], { eager: true });

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Something of the engine, with the file it stands in. */
interface Found<T> {
  readonly file: string;
  readonly value: T;
}

/** Every exported value of the engine that looks like the wanted thing, once, with the file it stands in. */
function exported(looksRight: (value: Record<string, unknown>) => boolean): readonly Found<unknown>[] {
  const found = new Map<unknown, Found<unknown>>();
  for (const [path, exports] of Object.entries(modules)) {
    const file = path.replace("../../", "");
    // Lists and records of rules count as well as single ones; a door or a registry only passes on.
    const values = Object.values(exports).flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]));
    for (const value of values) {
      if (isRecord(value) && looksRight(value) && (!found.has(value) || /(index|registry)\.ts$/.test(found.get(value)?.file ?? ""))) found.set(value, { file, value });
    }
  }
  return [...found.values()];
}

/** All rules of the engine. */
export const allRules = exported(({ id, derive }) => typeof id === "string" && typeof derive === "function") as readonly Found<Rule<unknown>>[];
/** All checks of the engine. */
export const allChecks = exported(({ id, examine }) => typeof id === "string" && typeof examine === "function") as readonly Found<Check>[];
/** All facts of the engine. */
export const allFacts = exported(({ id, statement }) => typeof id === "string" && typeof statement === "string") as readonly Found<Fact<unknown>>[];
