import { describe, expect, test } from "vitest";
import { layer2Block } from "../../checks/workloads/layer-2-block.ts";
import { distantRouter } from "../../checks/workloads/distant-router.ts";
import { routerAsn } from "../../checks/workloads/router-asn.ts";
import type { Check } from "../../kernel/check.ts";
import { findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";

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

  const FULL: Changes = { ...OUTSIDE, [ROUTERS]: ["10.20.20.2", "10.20.99.2"], [ROUTER_ASN]: 64500, [ASN]: 64513 };
  const step = (changes: Changes) => referencePlan(changes).runbook.find(({ id }) => id === "step.workload-routers[fra-vsphere]");

  test("are announced after the first user cluster is there", () => {
    const { runbook } = referencePlan(OUTSIDE);
    expect(runbook.map(({ id }) => id).filter((id) => ["step.presets", "step.acceptance", "step.workload-routers[fra-vsphere]"].includes(id))).toEqual(["step.presets", "step.acceptance", "step.workload-routers[fra-vsphere]"]);
  });
  const said = (check: Check, changes: Changes) => findingsOf(check, referenceAnswers(changes)).map(({ title, message }) => `${title}: ${message}`);

  test("is announced in a step of the runbook, with the values of the plan", () => {
    expect(step(FULL)?.text).toContain("a BGPPeer for 10.20.20.2 and 10.20.99.2 in AS 64500 with AS 64513 as its own, an IPAddressPool with the part of 10.20.40.0/24 that is this tenant's alone");
    expect(step(FULL)?.text).toContain("a /32 route");
    expect(step(FULL)?.commands).toContain('kubectl -n "$NAMESPACE" apply -f seed/workloads-fra-vsphere.yaml');
    expect(step(OUTSIDE)?.text).toContain("a BGPPeer for the routers in the AS number of the routers with the AS number of user clusters as its own");
    expect(step({ ...APP, "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.20.23.0/25" })).toBeUndefined();
  });

  test("routers outside the workers' network are told, unless both have one AS", () => {
    expect(said(distantRouter, FULL)).toEqual(["Sessions of workers of fra-vsphere cross more than one hop: 10.20.99.2 stands outside 10.20.20.0/22, and eBGP packets die after one hop unless both sides allow more."]);
    expect(said(distantRouter, { ...FULL, [ASN]: 64500 })).toEqual([]);
    expect(said(distantRouter, { ...FULL, [ROUTERS]: ["10.20.20.2"] })).toEqual([]);
    expect(said(distantRouter, {})).toEqual([]);
  });

  test("a router has one AS number for platform and user clusters", () => {
    const shared: Changes = { ...FULL, [ROUTERS]: ["10.20.0.2"] };
    expect(said(routerAsn, shared)).toEqual([]);
    expect(said(routerAsn, { ...shared, [ROUTER_ASN]: 64501 })).toEqual([
      "10.20.0.2 is entered with different AS numbers: user clusters of fra-vsphere: AS 64501; seed: AS 64500. A session with another number than the router's own is refused, and what it would announce is reached by nobody.",
    ]);
    expect(said(routerAsn, {})).toEqual([]);
  });

  describe("of IPv6 is compared with the IPv6 network of the workers", () => {
    const DUAL: Changes = { ...APP, "network.ipFamily": "dual", "network.datacenters.fra-vsphere.workerNetwork6": "2001:db8:21::/64" };
    const BLOCK = "loadBalancer.datacenters.fra-vsphere.workloadBlock";
    const asked = (changes: Changes) => referencePlan(changes).openPoints.some(({ path }) => path === ROUTERS);

    test("inside it workers answer by themselves", () => {
      const inside: Changes = { ...DUAL, [BLOCK]: "2001:db8:21::f000/116" };
      expect(asked(inside)).toBe(false);
      expect(rowsOf(inside)).toEqual([]);
      const addon: Changes = { ...inside, "loadBalancer.datacenters.fra-vsphere.workloads": "metallb-addon", "loadBalancer.datacenters.fra-vsphere.poolType": "range", "loadBalancer.datacenters.fra-vsphere.poolShare": 2 };
      expect(said(layer2Block, addon)).toEqual([]);
      expect(said(layer2Block, { ...addon, [BLOCK]: "2001:db8:99::/116" })[0]).toContain("workers in 2001:db8:21::/64 answer for addresses of their own segment only");
      expect(said(layer2Block, { ...addon, "network.datacenters.fra-vsphere.workerNetwork6": undefined })).toEqual([]);
    });

    test("outside it they announce it, in sessions of either family", () => {
      const outside: Changes = { ...DUAL, [BLOCK]: "2001:db8:99::/116", [ROUTER_ASN]: 64500, [ASN]: 64513 };
      expect(asked(outside)).toBe(true);
      const both: Changes = { ...outside, [ROUTERS]: ["10.20.20.2", "2001:db8:21::2"] };
      expect(objects(both).filter((line) => /ebgpMultiHop|dualStack/.test(line))).toEqual(["BGPPeer of 10.20.20.2 in user clusters of fra-vsphere spec.dualStackAddressFamily: true"]);
      expect(referencePlan(both).checklist.find(({ id }) => id === "todo.workload-routers[fra-vsphere]")?.verify).toContain("from the range 2001:db8:21::/64");
      expect(step(both)?.text).toContain("MetalLB announces IPv6 in its FRR modes only.");
    });
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

describe("a block for MetalLB of the application catalogue inside the workers' own network", () => {
  const INSIDE = { ...APP, "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.20.21.0/24", "network.datacenters.fra-vsphere.workerGateways": ["10.20.20.1"], "network.places.main.usedAddresses": ["10.20.21.7"] };

  test("is entered by each tenant, and answered for by workers: no router is asked for anything", () => {
    expect(objects(INSIDE)).toEqual([
      "IPAddressPool workloads in user clusters of fra-vsphere spec.addresses: the tenant's part of 10.20.21.0/24, without 10.20.21.7",
      "L2Advertisement workloads in user clusters of fra-vsphere spec.ipAddressPools: workloads",
    ]);
    expect(rowsOf(INSIDE)).toEqual([]);
  });

  test("has a step of its own, in place of that of the routers", () => {
    const steps = referencePlan({ ...INSIDE, "project.upgradeFrom": "none" }).runbook;
    expect(steps.find(({ id }) => id === "step.workload-routers[fra-vsphere]")).toBeUndefined();
    const step = steps.find(({ id }) => id === "step.workload-segment[fra-vsphere]");
    expect(step?.text).toContain("an IPAddressPool with the part of 10.20.21.0/24 that is this tenant's alone, without 10.20.21.7, and an L2Advertisement of that pool");
    expect(step?.commands.join("\n")).toContain("workloads-fra-vsphere.yaml");
  });

  test("asks nothing of tenants where KKP gives the shares itself", () => {
    const addon = referencePlan({ ...INSIDE, "loadBalancer.datacenters.fra-vsphere.workloads": "metallb-addon", "project.upgradeFrom": "none" });
    expect(addon.runbook.some(({ id }) => id.startsWith("step.workload-segment"))).toBe(false);
  });
});
