import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const APP = { "loadBalancer.datacenters.fra-vsphere.workloads": "metallb-app", "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.20.20.0/22" };
const OUTSIDE = { ...APP, "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.20.40.0/24" };
const ROUTERS = "loadBalancer.datacenters.fra-vsphere.workloadRouters";
const ROUTER_ASN = "loadBalancer.datacenters.fra-vsphere.workloadRouterAsn";
const ASN = "loadBalancer.datacenters.fra-vsphere.workloadAsn";
const objects = (changes: Changes) => referencePlan(changes).settings.filter(({ id }) => id.startsWith("setting.balancers.workload-")).map(({ object, field, value }) => `${object} ${field}: ${value.kind === "known" ? value.value : value.kind}`);
const rowsOf = (changes: Changes) => referencePlan(changes).firewall.flows.filter(({ id }) => id.startsWith("flow.workload-bgp"));

describe("a block for MetalLB of the application catalogue", () => {
  test("outside the workers' network needs BGP from the workers: row, routers and a line of the checklist", () => {
    const plan = referencePlan({ ...OUTSIDE, [ROUTERS]: ["10.20.20.2", "10.20.20.3"] });
    expect(rowsOf({ ...OUTSIDE, [ROUTERS]: ["10.20.20.2"] })).toMatchObject([{ source: "workers[fra-vsphere]", destination: "workload-routers[fra-vsphere]", protocol: "TCP", ports: "179" }]);
    expect(plan.firewall.endpoints.find(({ id }) => id === "workload-routers[fra-vsphere]")?.addresses).toEqual([{ kind: "known", value: "10.20.20.2" }, { kind: "known", value: "10.20.20.3" }]);
    expect(plan.checklist.map(({ title }) => title)).toContain("Routers take 10.20.40.0/24 by BGP from the workers of fra-vsphere");
  });

  test("makes its routers ranges in use, so that leases and pod ranges keep away", () => {
    const routers: Changes = { ...OUTSIDE, [ROUTERS]: ["10.20.20.2", "172.25.0.2"], "network.datacenters.fra-vsphere.workerDhcp": "10.20.20.2-10.20.22.250" };
    const plan = referencePlan(routers);
    expect(plan.addresses.ranges.filter(({ path }) => path === ROUTERS)).toMatchObject([
      { id: "range.workload-router-1[fra-vsphere]", kind: "peer", text: "10.20.20.2" },
      { id: "range.workload-router-2[fra-vsphere]", kind: "peer", text: "172.25.0.2" },
    ]);
    expect(plan.findings.filter(({ answers }) => answers.includes(ROUTERS)).map(({ check, severity }) => `${severity}: ${check}`).toSorted()).toEqual([
      "blocker: addresses.ranges-overlap",
      "warning: addresses.address-twice",
    ]);
    // Nothing of master and Seeds speaks to them, and one inside the workers' network is compared with it.
    const apart: Changes = { ...OUTSIDE, [ROUTERS]: ["10.20.20.2", "10.244.0.2"] };
    expect(referencePlan(apart).findings.filter(({ answers }) => answers.includes(ROUTERS))).toEqual([]);
  });

  test("asks for the routers and both AS numbers while nobody has named them", () => {
    expect(referencePlan(OUTSIDE).openPoints.map(({ path }) => path)).toEqual(expect.arrayContaining([ROUTERS, ROUTER_ASN, ASN]));
    expect(rowsOf(OUTSIDE)).toHaveLength(1);
    expect(referencePlan(OUTSIDE).checklist.find(({ id }) => id === "todo.workload-routers[fra-vsphere]")?.blockedBy).toEqual([ROUTERS, ROUTER_ASN, ASN]);
    expect(objects(OUTSIDE)[0]).toBe("BGPPeer of each router in user clusters of fra-vsphere spec.peerAddress, peerASN and myASN: open");
  });

  test("names peers and AS numbers to routers and tenants", () => {
    const plan: Changes = { ...OUTSIDE, [ROUTERS]: ["10.20.20.2", "10.20.99.2"], [ROUTER_ASN]: 64500, [ASN]: 64513 };
    expect(referencePlan(plan).checklist.find(({ id }) => id === "todo.workload-routers[fra-vsphere]")).toMatchObject({
      blockedBy: [],
      verify: "The configuration of the routers takes neighbours of AS 64513 from the range 10.20.20.0/22, not single workers, and routes inside 10.20.40.0/24, each of /32",
    });
    const of = (router: string) => `BGPPeer of ${router} in user clusters of fra-vsphere`;
    expect(objects(plan)).toEqual([
      `${of("10.20.20.2")} spec.peerAddress, peerASN and myASN: 10.20.20.2, 64500, 64513`,
      `${of("10.20.99.2")} spec.peerAddress, peerASN and myASN: 10.20.99.2, 64500, 64513`,
      `${of("10.20.99.2")} spec.ebgpMultiHop: true`,
      "IPAddressPool workloads in user clusters of fra-vsphere spec.addresses: the tenant's part of 10.20.40.0/24",
      "BGPAdvertisement workloads in user clusters of fra-vsphere spec.ipAddressPools: workloads",
    ]);
    expect(objects({ ...plan, [ASN]: 64500 }).filter((line) => line.includes("ebgpMultiHop"))).toEqual([]);
  });

  test.each<[string, Changes]>([
    ["inside that network", { ...APP, "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.20.23.0/25" }],
    ["of the addon, which announces in layer 2", { ...OUTSIDE, "loadBalancer.datacenters.fra-vsphere.workloads": "metallb-addon" }],
    ["that nobody has named yet", { ...OUTSIDE, "loadBalancer.datacenters.fra-vsphere.workloadBlock": undefined }],
  ])("%s needs none", (_name, changes) => {
    expect(rowsOf(changes)).toEqual([]);
    expect(referencePlan(changes).openPoints.map(({ path }) => path)).not.toContain(ROUTERS);
  });
});
