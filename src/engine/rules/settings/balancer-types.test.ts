import { describe, expect, test } from "vitest";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, changed, type Changes } from "../../testing/reference.ts";
import { balancerTypeAnnotations } from "./balancer-types.ts";

const TYPE = "load-balancer.hetzner.cloud/type";
const CLUSTERS = "infrastructure.datacenters.hetzner-hel1.smallClusters";
const STRATEGY = "loadBalancer.exposeStrategy";

const rows = (changes: Changes = {}) => planFrom(changed(starterAnswers("proof-of-concept"), changes)).settings.filter(({ field }) => field.endsWith(TYPE));
const typed = (changes: Changes = {}) => Object.fromEntries(rows(changes).map(({ id, value }) => [id.replace("setting.balancers.", ""), value.kind === "known" ? value.value : value.kind]));

const ENTRY = "type-entry[kubermatic]";
const PROXY = "type-proxy[kubermatic]";

describe("the type of Hetzner's load balancers", () => {
  // The nodeport-proxy holds 3 listeners, and 2 for each user cluster with NodePort, 3 with user-cluster MLA; the entry holds 2.
  test.each<[string, Changes, string]>([
    ["3 + 1 × 2 = 5", { [CLUSTERS]: 1 }, "lb11"],
    ["3 + 2 × 2 = 7", {}, "lb21"],
    ["3 + 6 × 2 = 15", { [CLUSTERS]: 6 }, "lb21"],
    ["3 + 7 × 2 = 17", { [CLUSTERS]: 7 }, "lb31"],
    ["3 + 5 × 3 = 18", { [CLUSTERS]: 5, "monitoring.userClusterMla": true }, "lb31"],
    ["3 + 14 × 2 = 31, which none carries: the largest", { [CLUSTERS]: 14 }, "lb31"],
    ["3, whatever the number of user clusters", { [CLUSTERS]: 14, [STRATEGY]: "Tunneling" }, "lb11"],
    ["3 of the proxy, and 4 on the load balancer of each user cluster", { [CLUSTERS]: 14, [STRATEGY]: "LoadBalancer", "monitoring.userClusterMla": true }, "lb11"],
  ])("carries %s", (_sum, changes, type) => {
    expect(typed(changes)).toEqual({ [ENTRY]: "lb11", [PROXY]: type });
  });

  test("grows with the machines that it sends to: 25 of lb11 are too few for 27 workers", () => {
    const answers = { [CLUSTERS]: 80, [STRATEGY]: "Tunneling" };
    const workers = planFrom(changed(starterAnswers("proof-of-concept"), answers)).sizing.clusters[0]?.workers ?? 0;
    expect(workers).toBeGreaterThan(25);
    expect(workers).toBeLessThan(75);
    expect(typed(answers)).toEqual({ [ENTRY]: "lb21", [PROXY]: "lb21" });
  });

  test("says what it carries, and what comes without it", () => {
    const why = (id: string, changes: Changes = {}) => rows(changes).find((row) => row.id === `setting.balancers.${id}`)?.why;
    expect(why(PROXY)).toContain("7 listeners");
    expect(why(PROXY)).toContain("the cloud controller of Hetzner would make lb11, which carries 5");
    expect(why(PROXY, { [CLUSTERS]: 14 })).toContain("none carries 31 listeners");
    expect(why(PROXY, { [STRATEGY]: "LoadBalancer" })).toContain("KKP copies it to the Service of every user cluster with LoadBalancer");
  });

  test("waits for what decides the number of listeners", () => {
    const answers = changed(starterAnswers("proof-of-concept"), { "monitoring.userClusterMla": undefined });
    expect(planFrom(answers).settings.some(({ field }) => field.endsWith(TYPE))).toBe(false);
    expect(cellOf(balancerTypeAnnotations, answers, "kubermatic").outcome.kind).toBe("waiting");
  });

  test("is asked for where the infrastructure has several", () => {
    expect(typed({ "infrastructure.clusters.kubermatic.provider": "digitalocean" })).toEqual({});
    expect(typed({ "loadBalancer.clusters.kubermatic.kind": "none" })).toEqual({});
  });
});
