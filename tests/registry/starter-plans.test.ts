import { describe, expect, it } from "vitest";
import catalog from "../../templates/plans/catalog.json";
import { planFrom } from "../../src/engine/index.ts";
import { starterAnswers, starterNames } from "../support/starter-plans.ts";

describe("starter plans", () => {
  it("are those of the catalogue, no more and no less", () => {
    expect(catalog.map(({ file }) => file).toSorted()).toEqual(starterNames.map((name) => `${name}.yaml`).toSorted());
    expect(catalog.map(({ file }) => file)).toContain("reference-setup.yaml");
  });

  it.each(starterNames)("%s is read without a loss", (name) => {
    expect(() => starterAnswers(name)).not.toThrow();
  });

  it.each(starterNames)("%s carries no blocker", (name) => {
    const { findings } = planFrom(starterAnswers(name));
    expect(findings.filter(({ severity }) => severity === "blocker").map(({ id, message }) => `${id}: ${message}`)).toEqual([]);
  });

  it.each(catalog.map((entry) => [entry.file, entry] as const))("%s is described as it is", (file, { title, sentence, clusters, workerPlaces }) => {
    const answers = starterAnswers(file.replace(".yaml", ""));
    expect(title).toMatch(/^\S.*[^.]$/);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(clusters).toBe(answers.subjects.cluster.length);
    expect(workerPlaces).toBe(new Set(answers.subjects.datacenter.map((id) => answers.given[`infrastructure.datacenters.${id}.place`])).size);
  });
});
