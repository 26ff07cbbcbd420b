import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import catalogue from "../../../templates/plans/catalog.json" with { type: "json" };
import { planFrom } from "../../engine/index.ts";
import { readPlanText } from "../../renderers/plan-file/read-plan-text.ts";
import type { StarterPlan } from "./starter-plans.ts";

const FOLDER = join(import.meta.dirname, "../../../templates/plans");
const starters: readonly StarterPlan[] = catalogue;

function answersOf(file: string) {
  const parsed = readPlanText(readFileSync(join(FOLDER, file), "utf8"));
  if (parsed.kind === "refused") throw new Error(parsed.reason);
  expect(parsed.notices).toEqual([]);
  return parsed.answers;
}

describe("the catalogue of starter plans", () => {
  it("lists every plan of its folder once", () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith(".yaml"));
    expect(starters.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
  });

  it.each(starters)("draws $file as it is", ({ file, clusters, workerPlaces }) => {
    const { subjects, given } = answersOf(file);
    const places = new Set(subjects.datacenter.map((id) => given[`infrastructure.datacenters.${id}.place`]));
    expect({ clusters, workerPlaces }).toEqual({ clusters: subjects.cluster.length, workerPlaces: places.size });
  });

  it.each(starters.filter(({ gives }) => gives))("says of $file what the engine says", ({ file, gives }) => {
    const answers = answersOf(file);
    const { addresses, dns, certificates, firewall, checklist } = planFrom(answers);
    expect(gives).toEqual({
      answers: Object.keys(answers.given).length,
      addresses: addresses.pools.reduce((sum, { needed }) => sum + needed, 0),
      free: addresses.pools.reduce((sum, { free }) => sum + free, 0),
      records: dns.records.filter(({ need }) => need === "required").length,
      names: certificates.hosts.length,
      flows: firewall.flows.length,
      checks: checklist.length,
    });
  });
});
