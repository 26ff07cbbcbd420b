import { describe, expect, it } from "vitest";
import { referencePlan } from "../testing/reference.ts";
import { usedFacts, usedSources } from "./used-sources.ts";

const plan = referencePlan();

describe("what a plan rests on", () => {
  it("leaves out checks that found nothing", () => {
    const silent = [...plan.cells.values()].filter(({ rule, state }) => rule.startsWith("check.") && state === "known");
    const without = { ...plan, cells: new Map([...plan.cells].filter(([id, { rule }]) => !rule.startsWith("check.") || plan.findings.some(({ from }) => from === id))) };
    expect(silent.length).toBeGreaterThan(plan.findings.length);
    expect(usedSources(plan)).toEqual(usedSources(without));
    expect(usedFacts(plan)).toEqual(usedFacts(without));
  });

  it("leaves out pages that were read for other releases only", () => {
    const { release } = plan.project;
    expect(usedSources(plan).filter(({ releases }) => release.kind === "known" && !releases.includes(release.value))).toEqual([]);
    expect(usedSources(plan).length).toBeGreaterThan(20);
  });

  it("names what rests on a fact, each thing once", () => {
    for (const { restingOnIt } of usedFacts(plan)) expect(restingOnIt).toEqual([...new Set(restingOnIt)]);
    expect(usedFacts(plan).find(({ id }) => id === "providers.vendor-port-vsphere")?.statement).toContain("the port of vCenter;");
  });
});
