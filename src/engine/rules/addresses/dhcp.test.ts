import { expect, test } from "vitest";
import { referenceAnswers, referencePlan, valueOf } from "../../testing/reference.ts";
import { placeDhcp } from "./dhcp.ts";

test("the reference setup leases 66 of 171: 6 workers, and 12 user clusters of five nodes", () => {
  const [use] = valueOf(placeDhcp, referenceAnswers(), "main");
  expect([use?.leases, use?.capacity]).toEqual([66, 171]);
  expect(use?.lines.map(({ leases }) => leases)).toEqual([6, 60]);
});

test("fixed workers need no lease", () => {
  const { addresses } = referencePlan({ "infrastructure.clusters.seed.workerAddressing": "fixed" });
  expect(addresses.dhcp.map(({ leases }) => leases)).toEqual([60]);
});

test("autoscaling is named where user clusters may grow, and not elsewhere", () => {
  const why = (most?: number) => referencePlan(most === undefined ? {} : { "infrastructure.datacenters.fra-vsphere.mostNodesPerCluster": most }).addresses.dhcp[0]?.why;
  expect(why()).toMatch(/each machine holds one lease; machines that replace others take up to 13 more for a while\.$/);
  expect(why(7)).toMatch(/each machine holds one lease; replacements and autoscaling take up to 37 more for a while\.$/);
});

test("each MachineDeployment replaces a machine of its own: one in each zone, and as many for the MLA", () => {
  const room = (changes: Parameters<typeof referencePlan>[0]) => / up to (\d+) more/.exec(referencePlan(changes).addresses.dhcp[0]?.why ?? "")?.[1];
  // One for each of 12 user clusters, and one, three or six for the workers of the Seed.
  expect(room({})).toBe("13");
  expect(room({ "infrastructure.clusters.seed.zones": 3 })).toBe("15");
  expect(room({ "infrastructure.clusters.seed.zones": 3, "monitoring.nodes": "dedicated" })).toBe("18");
});

test("workers in a network of their own have leases of their own", () => {
  const { addresses } = referencePlan({
    "network.datacenters.fra-vsphere.workersIn": "own-network",
    "network.datacenters.fra-vsphere.workerNetwork": "10.20.20.0/24",
    "network.datacenters.fra-vsphere.workerDhcp": "10.20.20.100-10.20.20.199",
  });
  expect(addresses.dhcp.map(({ id, leases, capacity }) => [id, leases, capacity])).toEqual([
    ["dhcp[main]", 6, 171],
    ["dhcp-workers[fra-vsphere]", 60, 100],
  ]);
});

test("workloads need one address for each user cluster, from a block that is open", () => {
  expect(referencePlan().addresses.workloads).toMatchObject([
    { id: "workloads[fra-vsphere]", atLeast: 12, block: { kind: "open", question: "loadBalancer.datacenters.fra-vsphere.workloadBlock" } },
  ]);
});
