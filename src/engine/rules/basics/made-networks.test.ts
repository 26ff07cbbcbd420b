import { describe, expect, test } from "vitest";
import { findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { rangesOverlap } from "../../checks/addresses/ranges-overlap.ts";

const AT = "infrastructure.datacenters.fra-vsphere";
const NET = "network.datacenters.fra-vsphere";
const made: Changes = { [`${AT}.provider`]: "openstack", [`${AT}.openstackMadeNetworks`]: true };
const overlapping = (changes: Changes) => findingsOf(rangesOverlap, referenceAnswers(changes)).map(({ title }) => title);

describe("workers in networks that KKP makes", () => {
  // The reference setup says of its workers that they have 10.20.20.0/22; nobody stands there now.
  const plan = referencePlan({ ...made, [`${NET}.workersIn`]: "own-network", [`${NET}.workerNetwork`]: "10.20.20.0/22", [`${NET}.routerNetwork`]: "203.0.113.0/24" });
  const workers = plan.firewall.endpoints.find(({ id }) => id === "workers[fra-vsphere]");

  test("are seen with addresses of their routers", () => {
    expect(workers?.addresses).toEqual([{ kind: "known", value: "203.0.113.0/24" }]);
    expect(JSON.stringify(plan)).not.toContain("10.20.20.0/22");
  });

  test("leave the range of the routers open while nobody has said it, and ask where nothing else is asked", () => {
    const open = referencePlan({ ...made, [`${NET}.workersIn`]: undefined }).openPoints.map(({ path }) => path);
    expect(open).toContain(`${NET}.routerNetwork`);
    expect(open).not.toContain(`${NET}.workersIn`);
  });

  test("order no network, and crowd none", () => {
    const ids = plan.checklist.map(({ id }) => id);
    expect(ids).not.toContain("todo.worker-network[fra-vsphere]");
    const crowded = referencePlan({ ...made, [`${NET}.routerNetwork`]: "203.0.113.0/28", [`${AT}.smallClusters`]: 60, [`${AT}.nodesPerCluster`]: 200 });
    expect(crowded.findings.map(({ check }) => check)).not.toContain("addresses.network-too-small");
  });

  test("hide what has an address of theirs", () => {
    expect(plan.addresses.ranges.find(({ id }) => id === "range.made-network[fra-vsphere]")?.text).toBe("192.168.1.0/24");
    expect(overlapping({ ...made, "network.places.main.nodeNetwork": "192.168.0.0/22" }).join()).toContain("network of each user cluster of");
  });

  test("may repeat the network of another datacenter, wherever that stands", () => {
    const second = Object.fromEntries(
      Object.entries({ name: "muc-openstack", place: "munich", seed: "seed", provider: "openstack", openstackMadeNetworks: true, smallClusters: 1 }).map(([key, value]) => [`infrastructure.datacenters.muc.${key}`, value]),
    );
    expect(overlapping({ ...made, ...second, "infrastructure.places.munich.name": "Munich" })).toEqual([]);
  });
});
