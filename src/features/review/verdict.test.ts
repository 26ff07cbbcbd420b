import { describe, expect, it } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { NO_ANSWERS, planFrom, withAnswer } from "../../engine/index.ts";
import { verdictOf } from "./verdict.ts";

const reference = starterAnswers("reference-setup");

describe("the verdict", () => {
  it("says first what stops the installation", () => {
    const plan = planFrom(withAnswer(reference, "dns.seedWildcard", false));
    expect(verdictOf(plan, reference)).toEqual({ heading: "One thing stops this installation", lead: "Solve the blocker, then collect 7 open answers from 5 teams. Export works at any time." });
  });

  it("then how many answers are open", () => expect(verdictOf(planFrom(reference), reference).heading).toBe("Nothing stops this installation; 7 answers are open"));

  it("says how to begin, and never asks for what was given", () => {
    expect(verdictOf(planFrom(NO_ANSWERS), NO_ANSWERS)).toEqual({ heading: "The plan has hardly begun", lead: "The first records and addresses need the base domain, a place and a cluster for the master." });
    const domain = withAnswer(NO_ANSWERS, "project.domain", "a.example.com");
    expect(verdictOf(planFrom(domain), domain).lead).toBe("The first records and addresses need a place and a cluster for the master.");
  });

  it("names what most of a begun plan waits for", () => {
    const begun = [["infrastructure.clusters.seed.place", undefined], ["infrastructure.clusters.seed.provider", undefined], ["loadBalancer.clusters.seed.kind", undefined], ["dns.platformNames", undefined]].reduce((answers, [path, value]) => withAnswer(answers, path as string, value as undefined), reference);
    const plan = planFrom(begun);
    const most = Math.max(...plan.openPoints.map(({ waiting }) => waiting.length));
    const first = plan.openPoints.find(({ waiting }) => waiting.length === most)?.title ?? "";
    const { heading, lead } = verdictOf({ ...plan, dns: { ...plan.dns, records: [] }, addresses: { ...plan.addresses, assignments: [] }, findings: [] }, begun);
    expect([heading, lead.startsWith(`Most of the plan waits for “${first}”`)]).toEqual(["The plan has hardly begun", true]);
  });

  it("is short when all is well", () => {
    const plan = planFrom(reference);
    expect(verdictOf({ ...plan, openPoints: [] }, reference).heading).toBe("Ready to hand over");
    const warned = withAnswer(withAnswer(reference, "infrastructure.datacenters.fra-vsphere.vsphereSharedUser", true), "loadBalancer.clusters.seed.peers", [{ address: "10.20.0.2", asn: 64500 }]);
    expect(verdictOf({ ...planFrom(warned), openPoints: [] }, warned).heading).toBe("Ready to hand over, with 2 warnings");
  });
});
