import { describe, expect, it } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { starterAnswers, starterNames } from "../support/starter-plans.ts";

const texts = import.meta.glob<string>("../../templates/plans/*.yaml", { eager: true, query: "?raw", import: "default" });

describe("starter plans", () => {
  it("are there", () => {
    expect(starterNames).toEqual(expect.arrayContaining(["proof-of-concept", "reference-setup", "vsphere-plus-azure", "vsphere-plus-azure-seed"]));
  });

  it.each(starterNames)("%s is read without a loss", (name) => {
    expect(() => starterAnswers(name)).not.toThrow();
  });

  it.each(starterNames)("%s begins with a sentence for the start page", (name) => {
    expect(texts[`../../templates/plans/${name}.yaml`]?.split("\n")[0]).toMatch(/^# [A-Z].*\.$/);
  });

  it.each(starterNames)("%s carries no blocker", (name) => {
    const { findings } = planFrom(starterAnswers(name));
    expect(findings.filter(({ severity }) => severity === "blocker").map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
  });
});
