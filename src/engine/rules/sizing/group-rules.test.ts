import { describe, expect, test } from "vitest";
import { cellOf, referenceAnswers, valueOf } from "../../testing/reference.ts";
import { groupRuleCeiling } from "./group-rules.ts";

type Changes = NonNullable<Parameters<typeof referenceAnswers>[0]>;
const AWS: Changes = { "infrastructure.clusters.seed.provider": "aws", "loadBalancer.clusters.seed.kind": "cloud" };
const STRATEGY = "loadBalancer.exposeStrategy";
const DEPARTURES = "loadBalancer.departures";
const PROXY = "loadBalancer.clusters.seed.proxySources";
const RANGES = "loadBalancer.datacenters.fra-vsphere.sourceRanges";
const FIVE = ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "10.3.0.0/16", "10.4.0.0/16"];
const of = (changes: Changes = {}) => valueOf(groupRuleCeiling, referenceAnswers({ ...AWS, ...changes }), "seed");

// 12 user clusters with user-cluster MLA: 3 ports of the nodeport-proxy each, or 4 of a load balancer of their own.
describe("rules that load balancers take of the nodes' group on AWS", () => {
  test.each<[string, Changes, number, number | "unlimited"]>([
    // 2 that Terraform makes, 1 of the entry, 3 ports of the nodeport-proxy, 1 of ICMP: 7; (60 - 7) ÷ 3 = 17.7
    ["everybody may come", {}, 7 + 12 * 3, 17],
    // (60 - 7) ÷ 4 = 13.25
    ["a load balancer for each user cluster", { [STRATEGY]: "LoadBalancer" }, 7 + 12 * 4, 13],
    ["tunnels", { [STRATEGY]: "Tunneling" }, 7, "unlimited"],
    // 5 networks and 3 subnets for each port: 2 + 1 + 3 × 8 + 5 = 32; (60 - 32) ÷ 24 = 1.2
    ["5 networks of the nodeport-proxy", { [DEPARTURES]: ["proxy-sources"], [PROXY]: FIVE }, 32 + 12 * 24, 1],
    ["a network that stands twice counts once", { [DEPARTURES]: ["proxy-sources"], [PROXY]: [...FIVE, ...FIVE] }, 32 + 12 * 24, 1],
    ["a list that shuts nobody out", { [DEPARTURES]: ["proxy-sources"], [PROXY]: ["0.0.0.0/0"] }, 7 + 12 * 3, 17],
    // The nodeport-proxy stays open: 2 + 1 + 3 + (1 + 5) of ICMP = 12; (60 - 12) ÷ 32 = 1.5
    ["5 networks of user clusters", { [STRATEGY]: "LoadBalancer", [DEPARTURES]: ["sources"], [RANGES]: FIVE }, 12 + 12 * 32, 1],
    // Both lists in one load balancer: 6 and 3 for each port; the nodeport-proxy keeps its own: 2 + 1 + 3 × (1 + 3) + 6 of ICMP = 21
    ["both lists", { [STRATEGY]: "LoadBalancer", [DEPARTURES]: ["sources", "proxy-sources"], [RANGES]: FIVE, [PROXY]: ["192.168.0.0/16"] }, 21 + 12 * 36, 1],
    // One more for each API server, from the group of its load balancer.
    ["a load balancer for each API server", { [DEPARTURES]: ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true }, 7 + 12 * 4, 13],
    // EKS brings 1, and load balancers stand in the zones of its nodes: 1 + 1 + 3 × 7 + 5 = 28; (60 - 28) ÷ 21 = 1.5
    ["EKS in two zones", { "infrastructure.clusters.seed.provisioning": "managed", "infrastructure.clusters.seed.zones": 2, [DEPARTURES]: ["proxy-sources"], [PROXY]: FIVE }, 28 + 12 * 21, 1],
    ["another's cluster", { "infrastructure.clusters.seed.provisioning": "existing" }, 5 + 12 * 3, 18],
  ])("%s", (_name, changes, used, maxUserClusters) => {
    expect(of(changes)).toMatchObject({ used, limit: 60, maxUserClusters });
  });

  test("the reason names ports, networks and subnets", () => {
    expect(of({ [DEPARTURES]: ["proxy-sources"], [PROXY]: FIVE }).why).toBe(
      "For each load balancer that KKP asks for on seed, the cloud controller of AWS writes one rule for each port and each allowed network, 5 at most, and one for each port and each of 3 subnets, from which it is checked: 32 with what is there before and the entry, and 12 × 24 for those with NodePort.",
    );
    expect(of({ "infrastructure.clusters.seed.provisioning": "managed" }).why).toContain("Another controller that takes these Services writes rules of its own.");
  });

  test("no bound is known elsewhere, and MetalLB takes none", () => {
    for (const changes of [{ "infrastructure.clusters.seed.provider": "azure" }, { "loadBalancer.clusters.seed.kind": "metallb-l2" }]) expect(cellOf(groupRuleCeiling, referenceAnswers({ ...AWS, ...changes }), "seed").outcome.kind).toBe("not-applicable");
  });

  test("waits for a list that was promised", () => {
    expect(cellOf(groupRuleCeiling, referenceAnswers({ ...AWS, [DEPARTURES]: ["proxy-sources"] }), "seed").outcome).toMatchObject({ kind: "waiting" });
  });
});
