import { describe, expect, it } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { checkRules } from "../../src/engine/checks/rules.ts";
import { gatheringRules, itemRules } from "../../src/engine/rules/checklist/index.ts";
import { decisionRules } from "../../src/engine/rules/decisions/index.ts";
import { runbookRules, stepRules } from "../../src/engine/rules/runbook/index.ts";
import { topology } from "../../src/engine/rules/topology/index.ts";
import { allRules } from "./modules.ts";
import { starterAnswers, starterNames } from "../support/starter-plans.ts";

describe("rules", () => {
  it("have ids of their own", () => {
    const ids = allRules.map(({ value }) => value.id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  // Whoever reads what waits, or why a value is there, tells rules apart by their titles alone. The rows of one thing are called like it.
  it("have titles of their own", () => {
    const titles = allRules.filter(({ value }) => !value.id.endsWith(".rows")).map(({ value }) => value.title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });

  it("that only say again what others derive, or gather it, are known as such", () => {
    const again = new Set([...itemRules, ...stepRules, ...decisionRules, ...checkRules, ...gatheringRules, ...runbookRules, topology].map(({ id }) => id));
    expect(allRules.filter(({ file, value }) => /\/rules\/(?:checklist|runbook|decisions)\//.test(file) && !again.has(value.id)).map(({ value }) => value.id)).toEqual([]);
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
