import { describe, expect, it } from "vitest";
import { planFrom } from "../../src/engine/index.ts";
import { answersOf, starterTexts } from "./starter-plans.ts";

describe("starter plans", () => {
  it("are there", () => {
    expect(starterTexts.map(([name]) => name)).toEqual(expect.arrayContaining(["proof-of-concept", "reference-setup", "vsphere-plus-azure", "vsphere-plus-azure-seed"]));
  });

  it.each(starterTexts)("%s is read without a loss", (_name, text) => {
    expect(() => answersOf(text)).not.toThrow();
  });

  it.each(starterTexts)("%s begins with a sentence for the start page", (_name, text) => {
    expect(text.split("\n")[0]).toMatch(/^# [A-Z].*\.$/);
  });

  it.each(starterTexts)("%s carries no blocker", (_name, text) => {
    const { findings } = planFrom(answersOf(text));
    expect(findings.filter(({ severity }) => severity === "blocker").map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
  });
});
