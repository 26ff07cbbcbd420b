import { describe, expect, test } from "vitest";
import { addressPins } from "../../plan/address-pins.ts";
import type { Plan } from "../../plan/plan.ts";
import { shownAddress } from "../../plan/shown-address.ts";
import { referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";

const BALANCED: Changes = { "loadBalancer.exposeStrategy": "LoadBalancer", "loadBalancer.clusters.seed.pool": "10.20.30.0/26" };
const APIS: Changes = { "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true, "loadBalancer.clusters.seed.pool": "10.20.30.0/26" };
const CILIUM: Changes = { "loadBalancer.clusters.seed.kind": "cilium-bgp", "loadBalancer.clusters.seed.cni": "cilium" };
const NO_ROUTERS: Changes = { "loadBalancer.clusters.seed.localAsn": undefined, "loadBalancer.clusters.seed.peers": undefined };
const APPLIANCE: Changes = { ...NO_ROUTERS, "loadBalancer.clusters.seed.kind": "appliance", "loadBalancer.clusters.seed.applianceAddress": "bigip.example.com" };
const HUB: Changes = { ...NO_ROUTERS, "loadBalancer.clusters.seed.kind": "kubelb", "loadBalancer.kubelbPlace": "main", "loadBalancer.kubelbApi": "10.40.0.10", "loadBalancer.kubelbNodes": "10.40.0.0/24", "loadBalancer.kubelbTraffic": "direct" };

const pools = (plan: Plan) =>
  plan.settings.filter(({ object, field }) => /^(IPAddressPool|CiliumLoadBalancerIPPool) /.test(object) && field !== "apiVersion").map(({ object, field, value }) => `${object}: ${field} = ${value.kind === "known" ? value.value : value.kind}`);
const addresses = (plan: Plan, purpose: string) => plan.addresses.assignments.filter((row) => row.purpose === purpose).map(({ address }) => (address.kind === "known" ? address.value : address.kind));
const dialled = (plan: Plan, end: string) => plan.firewall.endpoints.find(({ id }) => id === end)?.addresses.map((value) => (value.kind === "known" ? value.value : value.kind));

describe("user clusters get the addresses that the plan gives them", () => {
  test("MetalLB hands out nothing unasked but the range of user clusters", () => {
    const plan = referencePlan(BALANCED);
    expect(addresses(plan, "user-clusters")).toEqual(["10.20.30.51-10.20.30.62"]);
    expect(dialled(plan, "user-cluster-front[seed]")).toEqual(["10.20.30.51-10.20.30.62"]);
    expect(pools(plan)).toEqual([
      "IPAddressPool platform on seed: spec.addresses = 10.20.30.0-10.20.30.1, 10.20.30.3-10.20.30.50, 10.20.30.63/32",
      "IPAddressPool nodeport-proxy on seed: spec.addresses = 10.20.30.2/32",
      "IPAddressPool nodeport-proxy on seed: spec.serviceAllocation.namespaces = kubermatic",
      "IPAddressPool platform on seed: spec.autoAssign = false",
      "IPAddressPool user-clusters on seed: spec.addresses = 10.20.30.51-10.20.30.62",
    ]);
  });

  test("the range of a user cluster that is added comes below the others", () => {
    const more = pools(referencePlan({ ...BALANCED, "infrastructure.datacenters.fra-vsphere.smallClusters": 13 }));
    expect(more).toContain("IPAddressPool user-clusters on seed: spec.addresses = 10.20.30.50-10.20.30.62");
    expect(more).toContain("IPAddressPool platform on seed: spec.addresses = 10.20.30.0-10.20.30.1, 10.20.30.3-10.20.30.49, 10.20.30.63/32");
  });

  test("Cilium tells Services apart by their names", () => {
    expect(pools(referencePlan({ ...BALANCED, ...CILIUM }))).toEqual([
      "CiliumLoadBalancerIPPool platform on seed: spec.blocks = 10.20.30.0-10.20.30.1, 10.20.30.3-10.20.30.50, 10.20.30.63/32",
      "CiliumLoadBalancerIPPool nodeport-proxy on seed: spec.blocks[].cidr = 10.20.30.2/32",
      "CiliumLoadBalancerIPPool nodeport-proxy on seed: spec.serviceSelector.matchLabels = io.kubernetes.service.namespace: kubermatic",
      "CiliumLoadBalancerIPPool platform on seed: spec.serviceSelector.matchExpressions = key io.kubernetes.service.name, operator NotIn, values front-loadbalancer, nodeport-proxy",
      "CiliumLoadBalancerIPPool user-clusters on seed: spec.blocks = 10.20.30.51-10.20.30.62",
      "CiliumLoadBalancerIPPool user-clusters on seed: spec.serviceSelector.matchLabels = io.kubernetes.service.name: front-loadbalancer",
    ]);
  });

  test("single API servers have a range as well, and the proxy asks by its annotation", () => {
    const plan = referencePlan({ ...APIS, ...CILIUM });
    expect(pools(plan).slice(1)).toEqual([
      "CiliumLoadBalancerIPPool platform on seed: spec.serviceSelector.matchExpressions = key io.kubernetes.service.name, operator NotIn, values apiserver-external",
      "CiliumLoadBalancerIPPool api-servers on seed: spec.blocks = 10.20.30.51-10.20.30.62",
      "CiliumLoadBalancerIPPool api-servers on seed: spec.serviceSelector.matchLabels = io.kubernetes.service.name: apiserver-external",
    ]);
    expect(pools(referencePlan(APIS))).toContain("IPAddressPool api-servers on seed: spec.addresses = 10.20.30.51-10.20.30.62");
  });

  test("where MetalLB can not tell the two apart, both take from both ranges, and the firewall opens both for both", () => {
    const plan = referencePlan({ ...BALANCED, ...APIS });
    expect(addresses(plan, "user-clusters")).toEqual(["10.20.30.51-10.20.30.62"]);
    expect(addresses(plan, "api-servers")).toEqual(["10.20.30.39-10.20.30.50"]);
    expect(pools(plan)).toContain("IPAddressPool user-clusters on seed: spec.addresses = 10.20.30.39-10.20.30.62");
    const rows = plan.addresses.assignments.filter(({ purpose }) => purpose === "user-clusters" || purpose === "api-servers");
    expect(rows.map(shownAddress)).toEqual([{ kind: "known", value: "10.20.30.39-10.20.30.62" }, { kind: "known", value: "10.20.30.39-10.20.30.62" }]);
    expect(rows[1]?.why).toContain("they are taken from the top of the block, in one pool with those of front-loadbalancer, because MetalLB with BGP cannot tell these Services apart");
    expect(dialled(plan, "user-cluster-front[seed]")).toEqual(["10.20.30.39-10.20.30.62"]);
    expect(dialled(plan, "api-servers[seed]")).toEqual(["10.20.30.39-10.20.30.62"]);
    const cilium = referencePlan({ ...BALANCED, ...APIS, ...CILIUM });
    expect(dialled(cilium, "user-cluster-front[seed]")).toEqual(["10.20.30.51-10.20.30.62"]);
    // The lower half of the block ends at .31.
    expect(dialled(cilium, "api-servers[seed]")).toEqual(["10.20.30.20-10.20.30.31"]);
  });

  test("an appliance gives any address of its range, so the whole block is named and opened", () => {
    const plan = referencePlan({ ...BALANCED, ...APPLIANCE });
    expect(addresses(plan, "user-clusters")).toEqual(["10.20.30.0/26"]);
    expect(dialled(plan, "user-cluster-front[seed]")).toEqual(["10.20.30.0/26"]);
    expect(plan.addresses.assignments.find(({ purpose }) => purpose === "user-clusters")).toMatchObject({ count: 12, pool: "address.pool[seed]" });
    expect(addressPins(referenceAnswers({ ...BALANCED, ...APPLIANCE }), plan).map(({ path }) => path)).not.toContain("loadBalancer.clusters.seed.keepUserClusters");
  });

  test("an appliance gives the nodeport-proxy any address as well, since its annotation stands on every user cluster's Service", () => {
    const plan = referencePlan({ ...BALANCED, ...APPLIANCE });
    expect(plan.addresses.assignments.find(({ purpose }) => purpose === "nodeport-proxy")).toMatchObject({ address: { kind: "later", who: "F5 BIG-IP or another appliance from 10.20.30.0/26" }, pool: "address.pool[seed]" });
    expect(dialled(plan, "nodeport-proxy[seed]")).toEqual(["10.20.30.0/26"]);
    expect(addressPins(referenceAnswers({ ...BALANCED, ...APPLIANCE }), plan).map(({ path }) => path)).not.toContain("loadBalancer.clusters.seed.keepNodeportProxy");
    const proxy = plan.settings.filter(({ id }) => id.includes("balancers.pin-proxy"));
    expect(proxy.map(({ field, value }) => `${field.split(": ")[1]} ${value.kind === "known" ? value.value : value.kind}`)).toEqual(["cis.f5.com/ipamLabel kkp"]);
    const keeping = referencePlan({ ...BALANCED, ...APPLIANCE, "loadBalancer.clusters.seed.keepNodeportProxy": "10.20.30.2" }).findings.filter(({ check }) => check === "addresses.kept-misplaced");
    expect(keeping).toMatchObject([{ severity: "blocker", fixes: [{ set: [], takeAway: ["loadBalancer.clusters.seed.keepNodeportProxy"] }] }]);
    // With NodePort the annotation reaches no other Service.
    expect(addresses(referencePlan(APPLIANCE), "nodeport-proxy")).toEqual(["10.20.30.2"]);
  });

  test("KubeLB gives any address of its block, so the firewall opens the whole of it", () => {
    const plan = referencePlan({ ...BALANCED, ...HUB, "loadBalancer.kubelbBlock": "10.40.30.0/26" });
    expect(addresses(plan, "user-clusters")).toEqual(["later"]);
    for (const end of ["entry[seed]", "nodeport-proxy[seed]", "user-cluster-front[seed]"]) expect(dialled(plan, end)).toEqual(["10.40.30.0/26"]);
    expect(dialled(referencePlan({ ...BALANCED, ...HUB }), "user-cluster-front[seed]")).toEqual(["open"]);
  });

  test("without ranges of user clusters a pool stays as it is", () => {
    expect(pools(referencePlan())).toEqual(["IPAddressPool platform on seed: spec.addresses = 10.20.30.0/28"]);
    expect(pools(referencePlan(CILIUM))).toEqual(["CiliumLoadBalancerIPPool platform on seed: spec.blocks = 10.20.30.0/28"]);
  });

  test("a block that is too small says so in the pool too", () => {
    expect(pools(referencePlan({ ...BALANCED, "loadBalancer.clusters.seed.pool": "10.20.30.0/29" }))).toContain("IPAddressPool user-clusters on seed: spec.addresses = later");
  });
});
