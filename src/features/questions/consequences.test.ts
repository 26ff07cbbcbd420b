import { describe, expect, it } from "vitest";
import { starterAnswers } from "../../../tests/support/starter-plans.ts";
import { withAnswer, type Answers } from "../../engine/index.ts";
import { consequenceOf, differing, isBlocked } from "./consequences.ts";

const reference = starterAnswers("reference-setup");
const weigh = (answers: Answers, path: string, values: readonly string[]) => new Map(values.map((value) => [value, consequenceOf(answers, path, value)]));

describe("what an option brings", () => {
  const strategies = weigh(reference, "loadBalancer.exposeStrategy", ["NodePort", "LoadBalancer", "Tunneling"]);

  it("comes from the plan with that option, in a fixed order", () => {
    expect(differing(strategies, "NodePort").figures).toEqual(["2 addresses", "7 DNS records", "Ports 30000–32767", "Ends at 460 user clusters"]);
    expect(differing(strategies, "LoadBalancer").figures).toEqual(["14 addresses", "6 DNS records", "Ports 30000–32767", "Ends at 14 user clusters"]);
    expect(differing(strategies, "Tunneling").figures.slice(0, 3)).toEqual(["2 addresses", "7 DNS records", "Port 6443"]);
  });

  it("leaves out what all options share", () => {
    // All three need the same number of certificate names.
    expect(differing(strategies, "NodePort").figures.join()).not.toContain("certificate");
    expect(differing(strategies, "NodePort").findings).toEqual([]);
  });

  it("names the blockers that only this option has", () => {
    const crowded = withAnswer(reference, "infrastructure.datacenters.fra-vsphere.smallClusters", 20);
    const all = weigh(crowded, "loadBalancer.exposeStrategy", ["NodePort", "LoadBalancer", "Tunneling"]);
    expect(differing(all, "NodePort").findings).toEqual([]);
    expect(differing(all, "LoadBalancer").findings).toEqual([expect.objectContaining({ severity: "blocker" })]);
  });

  it("says nothing before at least two are weighed", () => {
    expect(differing(new Map(), "NodePort")).toEqual({ figures: [], findings: [], moreOpen: 0 });
  });
});

describe("an option that brings a blocker", () => {
  it("is told from the others", () => {
    const cloud = starterAnswers("aws-single-region");
    const path = "loadBalancer.clusters.kubermatic.kind";
    const all = new Map(["cloud", "metallb-bgp"].map((value) => [value, consequenceOf(cloud, path, value)] as const));
    expect([isBlocked(all, "cloud"), isBlocked(all, "metallb-bgp")]).toEqual([false, true]);
  });
});
