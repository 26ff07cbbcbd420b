import { describe, expect, test } from "vitest";
import { withSubject } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referenceAnswers, referencePlan, valueOf, type Changes } from "../../testing/reference.ts";
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
  expect(why()).toMatch(/with up to 13 for machines that replace others, 79 may be wanted at once at Frankfurt\.$/);
  expect(why(7)).toMatch(/with up to 37 for replacements and autoscaling, 103 may be wanted at once at Frankfurt\.$/);
});

test("each MachineDeployment replaces a machine of its own: one in each zone, and as many for the MLA", () => {
  const room = (changes: Parameters<typeof referencePlan>[0]) => / up to (\d+) for /.exec(referencePlan(changes).addresses.dhcp[0]?.why ?? "")?.[1];
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

describe("a DHCP range beside workers that are listed by hand", () => {
  const LISTED = {
    "infrastructure.clusters.seed.workerAddressing": "fixed",
    "infrastructure.clusters.seed.workerAddresses": ["10.20.0.21", "10.20.0.22", "10.20.0.23"],
    "network.datacenters.fra-vsphere.workersIn": "own-network",
  };
  const DHCP = "network.places.main.dhcp";
  const rangeOf = (changes: Changes) => referencePlan(changes).addresses.ranges.find(({ id }) => id === "range.dhcp[main]");
  const assumed = (changes: Changes) => referencePlan(changes).assumptions.find(({ path }) => path === DHCP);
  const isOpen = (changes: Changes) => referencePlan(changes).openPoints.some(({ path }) => path === DHCP);

  test("keeps other addresses out of it, though no worker of the plan takes a lease", () => {
    expect(rangeOf({})?.why).toBe("Workers at Frankfurt take leases from it, so nothing fixed may lie inside.");
    expect(rangeOf(LISTED)?.why).toBe("A DHCP server at Frankfurt hands it out to other machines, so nothing fixed may lie inside.");
  });

  test("is taken to be none while nobody states one; where workers take leases, it stays open", () => {
    expect(assumed({ ...LISTED, [DHCP]: undefined })).toMatchObject({ shown: "none", empty: true });
    expect(isOpen({ ...LISTED, [DHCP]: undefined })).toBe(false);
    expect(assumed({ [DHCP]: undefined })).toBeUndefined();
    expect(isOpen({ [DHCP]: undefined })).toBe(true);
  });

  test("that an earlier choice left behind is none, where the infrastructure hands out addresses itself", () => {
    expect(rangeOf({ "infrastructure.clusters.seed.provider": "aws", "infrastructure.datacenters.fra-vsphere.provider": "aws" })).toBeUndefined();
  });
});

describe("datacenters whose workers take leases from one range", () => {
  const RANGE = "10.20.20.100-10.20.20.199";
  const own = (id: string, range = RANGE): Changes => ({
    [`network.datacenters.${id}.workersIn`]: "own-network",
    [`network.datacenters.${id}.workerNetwork`]: "10.20.20.0/24",
    [`network.datacenters.${id}.workerDhcp`]: range,
  });
  const second: Changes = {
    "infrastructure.datacenters.second.name": "second",
    "infrastructure.datacenters.second.place": "main",
    "infrastructure.datacenters.second.provider": "vsphere",
    "infrastructure.datacenters.second.seed": "seed",
    "infrastructure.datacenters.second.smallClusters": 10,
    "infrastructure.datacenters.second.nodesPerCluster": 5,
  };
  const planOf = (changes: Changes) => planFrom(changed(withSubject(referenceAnswers(), "datacenter", "second"), { ...second, ...changes }));
  const uses = (changes: Changes) => planOf(changes).addresses.dhcp.filter(({ id }) => id.startsWith("dhcp-workers")).map(({ id, leases, capacity, room }) => [id, leases, capacity, room]);

  test("are counted together, once: 12 and 10 user clusters of five nodes need 110 of 100", () => {
    expect(uses({ ...own("fra-vsphere"), ...own("second") })).toEqual([["dhcp-workers[fra-vsphere]", 110, 100, 22]]);
  });

  test("are told to be too many by one finding, which names the answers of both", () => {
    const found = planOf({ ...own("fra-vsphere"), ...own("second") }).findings.filter(({ check }) => check === "addresses.worker-dhcp-too-small");
    expect(found.map(({ title }) => title)).toEqual([`DHCP range ${RANGE} is too small`]);
    expect(found[0]?.answers).toContain("network.datacenters.second.workerDhcp");
    expect(found[0]?.message).toMatch(/: 10 too few\.$/);
  });

  test("end at one number of user clusters", () => {
    const limits = planOf({ ...own("fra-vsphere"), ...own("second") }).sizing.ceilings.filter(({ unit }) => unit === "leases");
    expect(limits.filter(({ id }) => id.includes("of-workers")).map(({ title, used, limit, maxUserClusters }) => [title, used, limit, maxUserClusters])).toEqual([["Leases of workers of fra-vsphere and second", 132, 100, 16]]);
  });

  test("have ranges of their own beside each other", () => {
    expect(uses({ ...own("fra-vsphere"), ...own("second", "10.20.20.200-10.20.20.249") })).toEqual([["dhcp-workers[fra-vsphere]", 60, 100, 12], ["dhcp-workers[second]", 50, 50, 10]]);
  });

  test("wait while nobody has said whether another takes some there", () => {
    expect(uses({ ...own("fra-vsphere"), ...own("second"), "network.datacenters.second.workerDhcp": undefined })).toEqual([]);
    expect(uses({ ...own("fra-vsphere"), ...own("second"), "network.datacenters.second.workerNetwork": "10.20.22.0/24", "network.datacenters.second.workerDhcp": undefined })).toEqual([["dhcp-workers[fra-vsphere]", 60, 100, 12]]);
  });

  test("have their network ordered once, for both", () => {
    const items = planOf({ ...own("fra-vsphere"), ...own("second") }).checklist.filter(({ id }) => /worker-network|dhcp-workers/.test(id));
    expect(items.map(({ title }) => title)).toEqual([
      "Worker network 10.20.20.0/24 for fra-vsphere and second at Frankfurt",
      `DHCP range ${RANGE} at Frankfurt with 132 leases`,
    ]);
  });

  describe("at two places, where the same block is another network each", () => {
    const away: Changes = { "infrastructure.places.edge.name": "Halle", "infrastructure.datacenters.second.place": "edge" };
    const apart = (changes: Changes = {}) => planFrom(changed(withSubject(withSubject(referenceAnswers(), "datacenter", "second"), "place", "edge"), { ...second, ...away, ...own("fra-vsphere"), ...own("second"), ...changes }));

    test("are counted apart: 60 of 100 here and 50 of 100 there", () => {
      const plan = apart();
      expect(plan.addresses.dhcp.filter(({ id }) => id.startsWith("dhcp-workers")).map(({ id, place, leases, capacity }) => [id, place, leases, capacity])).toEqual([["dhcp-workers[fra-vsphere]", "main", 60, 100], ["dhcp-workers[second]", "edge", 50, 100]]);
      expect(plan.findings.filter(({ check }) => check === "addresses.worker-dhcp-too-small")).toEqual([]);
    });

    test("have what is in use at their own place alone taken off", () => {
      const plan = apart({ "network.places.edge.usedAddresses": ["10.20.20.100-10.20.20.109"] });
      expect(plan.addresses.dhcp.filter(({ id }) => id.startsWith("dhcp-workers")).map(({ capacity, inUse = 0 }) => [capacity, inUse])).toEqual([[100, 0], [90, 10]]);
    });

    test("have a network ordered at each", () => {
      expect(apart().checklist.filter(({ id }) => /worker-network/.test(id)).map(({ title }) => title)).toEqual(["Worker network 10.20.20.0/24 for fra-vsphere at Frankfurt", "Worker network 10.20.20.0/24 for second at Halle"]);
    });

    test("still cannot be routed both, which is a fault of its own", () => {
      expect(apart().findings.filter(({ check }) => check === "addresses.ranges-overlap").map(({ title }) => title)).toContain("Worker network of fra-vsphere and the worker network of second share 256 addresses");
    });

    test("wait while nobody has said where another takes them", () => {
      const plan = apart({ "infrastructure.datacenters.second.place": undefined });
      expect(plan.addresses.dhcp.filter(({ id }) => id.startsWith("dhcp-workers"))).toEqual([]);
    });
  });
});

test("what is in use inside the range is no lease: ten of 171", () => {
  const USED = "network.places.main.usedAddresses";
  const [use] = referencePlan({ [USED]: ["10.20.0.90-10.20.0.99", "10.20.0.2"] }).addresses.dhcp;
  expect([use?.capacity, use?.inUse]).toEqual([161, 10]);
  const [running] = referencePlan({ [USED]: ["10.20.0.90-10.20.0.99"], "project.release": "2.31", "project.upgradeFrom": "2.30" }).addresses.dhcp;
  expect([running?.capacity, running?.inUse]).toEqual([171, undefined]);
});
