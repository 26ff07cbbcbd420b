import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { weighDecisions } from "../../plan/alternatives.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";

const DEPARTURES = "loadBalancer.departures";
const strategies = (fra: string, azure: string, more: Changes = {}): Changes => ({ [DEPARTURES]: ["datacenters"], "loadBalancer.datacenters.fra-vsphere.exposeStrategy": fra, "loadBalancer.datacenters.azure-weu.exposeStrategy": azure, ...more });
/** One Seed for both datacenters. */
const oneSeed = (changes: Changes) => planFrom(changed(starterAnswers("vsphere-plus-azure"), changes));
/** A Seed for each. */
const answersOfTwo = (changes: Changes) => changed(starterAnswers("vsphere-plus-azure-seed"), changes);
const written = (plan: ReturnType<typeof oneSeed>) => plan.settings.filter(({ field }) => field === "spec.exposeStrategy").map(({ object, value }) => `${object} ${value.kind === "known" ? value.value : value.kind}`);
const acceptance = (plan: ReturnType<typeof oneSeed>) => plan.runbook.find(({ id }) => id === "step.acceptance");

describe("strategies of datacenters reach user clusters", () => {
  test("a Seed whose datacenters agree names their strategy", () => {
    expect(written(planFrom(answersOfTwo(strategies("Tunneling", "LoadBalancer"))))).toEqual(["Seed seed Tunneling", "Seed azure-seed LoadBalancer"]);
    expect(written(oneSeed(strategies("Tunneling", "Tunneling")))).toEqual(["Seed seed Tunneling"]);
  });

  test("what the platform has already is not repeated", () => {
    expect(written(oneSeed(strategies("NodePort", "NodePort")))).toEqual([]);
  });

  test("where they differ, the Seed names what most of its user clusters have, in whatever order they stand", () => {
    const few = { "infrastructure.datacenters.fra-vsphere.smallClusters": 3 };
    expect(written(oneSeed(strategies("NodePort", "Tunneling", few)))).toEqual(["Seed seed Tunneling", "Each Cluster in fra-vsphere NodePort"]);
    expect(written(oneSeed(strategies("Tunneling", "NodePort")))).toEqual(["Seed seed Tunneling", "Each Cluster in azure-westeurope NodePort"]);
    expect(written(oneSeed(strategies("Tunneling", "NodePort", few)))).toEqual(["Each Cluster in fra-vsphere Tunneling"]);
    expect(oneSeed(strategies("NodePort", "Tunneling", few)).settings.find(({ id }) => id === "setting.seeds.strategy[seed]")?.why).toContain("It is planned for 4 of 7 user clusters and no other for more");
  });

  test("where as many have either, it is the platform's, and otherwise the first in a fixed order", () => {
    const even = { "infrastructure.datacenters.fra-vsphere.smallClusters": 4 };
    expect(written(oneSeed(strategies("Tunneling", "NodePort", even)))).toEqual(["Each Cluster in fra-vsphere Tunneling"]);
    for (const [fra, azure, stray] of [["Tunneling", "LoadBalancer", "fra-vsphere"], ["LoadBalancer", "Tunneling", "azure-westeurope"]] as const) {
      expect(written(oneSeed(strategies(fra, azure, even)))).toEqual(["Seed seed LoadBalancer", `Each Cluster in ${stray} Tunneling`]);
    }
  });

  test("the Seed waits for the numbers only where they decide", () => {
    const open = { "infrastructure.datacenters.fra-vsphere.smallClusters": undefined };
    expect(written(oneSeed(strategies("Tunneling", "LoadBalancer", open)))).toEqual([]);
    expect(written(oneSeed(strategies("Tunneling", "Tunneling", open)))).toEqual(["Seed seed Tunneling"]);
  });

  test("where they differ, the Seed keeps the platform's and user clusters of the others name theirs", () => {
    const plan = oneSeed(strategies("NodePort", "Tunneling"));
    expect(written(plan)).toEqual(["Each Cluster in azure-westeurope Tunneling"]);
    expect(plan.settings.find(({ object }) => object === "Each Cluster in azure-westeurope")?.why).toContain("would get NodePort of seed");
    expect(acceptance(plan)?.text).toContain("choose Tunneling as expose strategy for those in azure-westeurope");
    expect(acceptance(plan)?.commands.some((line) => line.includes(".spec.exposeStrategy"))).toBe(true);
  });

  test("a strategy that none of them has is not left to those who forget", () => {
    expect(written(oneSeed(strategies("Tunneling", "LoadBalancer")))).toEqual(["Seed seed Tunneling", "Each Cluster in azure-westeurope LoadBalancer"]);
  });

  test("nothing has to be chosen where a Seed names it", () => {
    const plan = planFrom(answersOfTwo(strategies("Tunneling", "LoadBalancer")));
    expect(acceptance(plan)?.text).not.toContain("as expose strategy");
    expect(acceptance(plan)?.commands.some((line) => line.includes("exposeStrategy"))).toBe(false);
  });
});

describe("the decision", () => {
  const weighed = (changes: Changes) => weighDecisions(answersOfTwo(changes)).filter(({ decision }) => decision.title.startsWith("Expose strategy"));
  const figures = (changes: Changes) => weighed(changes).map(({ decision, figures: mine, alternatives }) => [decision.id, decision.choice, ...alternatives.map((other) => JSON.stringify(other.figures) === JSON.stringify(mine))]);

  test("is one for each datacenter where these differ, and each alternative changes the plan", () => {
    expect(figures(strategies("Tunneling", "LoadBalancer"))).toEqual([
      ["decision.datacenter-strategy[fra-vsphere]", "Tunneling", false, false],
      ["decision.datacenter-strategy[azure-weu]", "LoadBalancer", false, false],
    ]);
  });

  test("is one for each Seed where these differ", () => {
    expect(figures({ [DEPARTURES]: ["seeds"], "loadBalancer.clusters.seed.exposeStrategy": "NodePort", "loadBalancer.clusters.azure-seed.exposeStrategy": "Tunneling" })).toEqual([
      ["decision.seed-strategy[seed]", "NodePort", false, false],
      ["decision.seed-strategy[azure-seed]", "Tunneling", false, false],
    ]);
  });

  test("is one for the platform otherwise", () => {
    expect(figures({}).map(([id]) => id)).toEqual(["decision.expose-strategy"]);
  });

  test("about other things counts and names the strategies in use, not the platform's", () => {
    const why = (id: string, changes: Changes) => oneSeed(changes).decisions.find((one) => one.id === `decision.${id}`)?.why;
    expect(why("user-cluster-mla", strategies("Tunneling", "Tunneling"))).not.toContain("NodePorts");
    expect(why("user-cluster-mla", strategies("LoadBalancer", "Tunneling"))).toContain("2 NodePorts for each user cluster with LoadBalancer.");
    expect(why("seed-wildcard", strategies("LoadBalancer", "LoadBalancer", { "dns.seedWildcard": false }))).toContain("reached by address");
    expect(why("seed-wildcard", strategies("LoadBalancer", "Tunneling", { "dns.seedWildcard": false }))).toContain("would not find them with Tunneling.");
  });

  test("tells who has to name the strategy", () => {
    const [fra, azure] = oneSeed(strategies("NodePort", "Tunneling")).decisions.filter(({ id }) => id.startsWith("decision.datacenter-strategy"));
    expect(azure?.why).toContain("each of them has to name it when it is created");
    expect(fra?.why).toContain("get it by default");
  });
});
