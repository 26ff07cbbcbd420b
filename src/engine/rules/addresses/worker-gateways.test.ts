import { describe, expect, test } from "vitest";
import { addressTwice } from "../../checks/addresses/address-twice.ts";
import { workerNetworkParts } from "../../checks/addresses/worker-network.ts";
import { findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";

const AT = "loadBalancer.datacenters.fra-vsphere";
const WORKERS = "network.datacenters.fra-vsphere";
const GATEWAYS = `${WORKERS}.workerGateways`;
/** Workers in a network of their own with a pool of 16 addresses in it. */
const OWN: Changes = { [`${WORKERS}.workersIn`]: "own-network", [`${WORKERS}.workerNetwork`]: "10.21.0.0/24", [`${WORKERS}.workerDhcp`]: "10.21.0.10-10.21.0.200" };
const POOL: Changes = { ...OWN, [`${AT}.workloads`]: "metallb-addon", [`${AT}.workloadBlock`]: "10.21.0.224/28", [`${AT}.poolType`]: "range", [`${AT}.poolShare`]: 1 };
const excluded = (changes: Changes) => referencePlan(changes).settings.find(({ field }) => field.endsWith(".excludeRanges"))?.value;
const waits = (changes: Changes) => referencePlan(changes).openPoints.filter(({ path }) => path === GATEWAYS);

describe("gateways of a network of the workers' own", () => {
  test("are left out of the pool that lies there", () => {
    expect(excluded({ ...POOL, [GATEWAYS]: ["10.21.0.238", "10.21.0.1"] })).toEqual({ kind: "known", value: "10.21.0.238" });
    expect(excluded({ ...POOL, [GATEWAYS]: ["10.21.0.1"] })).toBeUndefined();
  });

  test("that nobody named have the pool wait", () => {
    expect(waits(POOL).length).toBeGreaterThan(0);
    expect(referencePlan(POOL).settings.some(({ field }) => field.endsWith(".poolCidr"))).toBe(false);
  });

  test("are those that count there, not the one of the node network", () => {
    expect(excluded({ ...POOL, [GATEWAYS]: ["10.21.0.1"], "network.places.main.gateway": "10.21.0.230" })).toBeUndefined();
  });

  test("are no fault inside a pool that leaves them out, and one inside a block that somebody hands out by hand", () => {
    const said = (changes: Changes) => findingsOf(addressTwice, referenceAnswers(changes)).map(({ severity, title }) => `${severity}: ${title}`);
    expect(said({ ...POOL, [GATEWAYS]: ["10.21.0.238"] })).toEqual([]);
    expect(said({ ...POOL, [`${AT}.workloads`]: "own", [GATEWAYS]: ["10.21.0.238"] })).toEqual(["blocker: Gateway 10.21.0.238 of the workers of fra-vsphere has 10.21.0.238, which lies inside: Block for workloads of fra-vsphere"]);
  });

  test("stand in what the network team is asked for", () => {
    const item = (changes: Changes) => referencePlan(changes).checklist.find(({ id }) => id === "todo.worker-network[fra-vsphere]");
    expect(item({ ...OWN, [GATEWAYS]: ["10.21.0.1"] })?.verify).toContain("Two test machines in 10.21.0.0/24 `ping 10.21.0.1` and reach each other on every port");
    expect(item(OWN)).toMatchObject({ blockedBy: [GATEWAYS], verify: expect.stringContaining("`ping` its gateways and reach each other") as string });
  });
});

describe("the node network", () => {
  test("is asked for its gateway where a block of Services reaches into it, whoever gives machines their addresses", () => {
    const changes: Changes = { "infrastructure.clusters.seed.provider": "openstack", "infrastructure.datacenters.fra-vsphere.provider": "openstack", "infrastructure.places.main.openstackOctavia": false, "network.places.main.gateway": undefined };
    const open = (further: Changes) => referencePlan({ ...changes, ...further }).openPoints.map(({ path }) => path);
    expect(open({})).not.toContain("network.places.main.gateway");
    expect(open({ "loadBalancer.clusters.seed.pool": "10.20.0.224/28" })).toContain("network.places.main.gateway");
    expect(open({ [`${AT}.workloadBlock`]: "10.20.0.224/28" })).toContain("network.places.main.gateway");
  });
});

describe("gateways and leases of the workers", () => {
  const said = (changes: Changes) => findingsOf(workerNetworkParts, referenceAnswers({ ...OWN, [GATEWAYS]: ["10.21.0.1"], ...changes })).map(({ severity, title }) => `${severity}: ${title}`);
  test.each<[string, Changes, readonly string[]]>([
    ["lie in their network", {}, []],
    ["a gateway outside", { [GATEWAYS]: ["10.21.0.1", "10.22.0.1"] }, ["blocker: Gateway 10.22.0.1 lies outside the worker network of fra-vsphere"]],
    ["leases outside", { [`${WORKERS}.workerDhcp`]: "10.21.0.10-10.21.1.20" }, ["blocker: DHCP range 10.21.0.10-10.21.1.20 lies outside the worker network of fra-vsphere"]],
    ["a gateway among the leases", { [GATEWAYS]: ["10.21.0.10"] }, ["blocker: Gateway 10.21.0.10 lies inside the DHCP range of fra-vsphere"]],
    ["answers that an earlier choice left behind", { [`${WORKERS}.workersIn`]: "node-network", [GATEWAYS]: ["10.22.0.1"] }, []],
  ])("%s", (_name, changes, titles) => expect(said(changes)).toEqual(titles));
});
