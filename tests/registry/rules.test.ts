import { describe, expect, it } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { allRules } from "./modules.ts";
import { starterAnswers, starterNames } from "../support/starter-plans.ts";

describe("rules", () => {
  it("have ids of their own", () => {
    const ids = allRules.map(({ value }) => value.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it.each(allRules.map(({ file, value }) => [value.id, file, value] as const))("%s in %s says what it derives", (id, _file, rule) => {
    expect(id).toMatch(/^[a-z][A-Za-z0-9.-]*$/);
    expect(rule.title).toMatch(/^[A-Z`].*[^.]$/);
  });

  it("all run for some starter plan", () => {
    const ran = new Set(starterNames.flatMap((name) => [...planFrom(starterAnswers(name)).cells.values()].map(({ rule }) => rule)));
    expect(allRules.filter(({ value }) => !ran.has(value.id)).map(({ file, value }) => `${file}: ${value.id}`)).toEqual([]);
  });
});
