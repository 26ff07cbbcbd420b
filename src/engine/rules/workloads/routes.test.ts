import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const APP = { "loadBalancer.datacenters.fra-vsphere.workloads": "metallb-app", "network.datacenters.fra-vsphere.workersIn": "own-network", "network.datacenters.fra-vsphere.workerNetwork": "10.20.20.0/22" };
const OUTSIDE = { ...APP, "loadBalancer.datacenters.fra-vsphere.workloadBlock": "10.20.40.0/24" };
const ROUTERS = "loadBalancer.datacenters.fra-vsphere.workloadRouters";
const rowsOf = (changes: Changes) => referencePlan(changes).firewall.flows.filter(({ id }) => id.startsWith("flow.workload-bgp"));

describe("a block for MetalLB of the application catalogue", () => {
  test("outside the workers' network needs BGP from the workers: row, routers and a line of the checklist", () => {
    const plan = referencePlan({ ...OUTSIDE, [ROUTERS]: ["10.20.20.2", "10.20.20.3"] });
    expect(rowsOf({ ...OUTSIDE, [ROUTERS]: ["10.20.20.2"] })).toMatchObject([{ source: "workers[fra-vsphere]", destination: "workload-routers[fra-vsphere]", protocol: "TCP", ports: "179" }]);
    expect(plan.firewall.endpoints.find(({ id }) => id === "workload-routers[fra-vsphere]")?.addresses).toEqual([{ kind: "known", value: "10.20.20.2" }, { kind: "known", value: "10.20.20.3" }]);
    expect(plan.checklist.map(({ title }) => title)).toContain("Routers take 10.20.40.0/24 by BGP from the workers of fra-vsphere");
  });

  test("asks for the routers while nobody has named them", () => {
    expect(referencePlan(OUTSIDE).openPoints.map(({ path }) => path)).toContain(ROUTERS);
    expect(rowsOf(OUTSIDE)).toHaveLength(1);
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
