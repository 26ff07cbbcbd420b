import { describe, expect, test } from "vitest";
import type { Check } from "../../kernel/check.ts";
import { changed, findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { platformNodeMaskExceeded } from "../network/platform-pod-range-nodes.ts";
import { nodeMask } from "../network/pod-range-nodes.ts";
import { catalogueEdition } from "./catalogue-edition.ts";
import { layer2Block } from "./layer-2-block.ts";
import { poolShape } from "./pool-shape.ts";
import { sharesExhausted } from "./shares-exhausted.ts";
import { sharesFull } from "./shares-full.ts";

const AT = "loadBalancer.datacenters.fra-vsphere";
const RUNS: Changes = { [`${AT}.workloads`]: "metallb-addon", [`${AT}.workloadBlock`]: "10.20.0.224/28", [`${AT}.poolType`]: "range", [`${AT}.poolShare`]: 1 };
const found = (check: Check, changes: Changes = {}) => findingsOf(check, referenceAnswers(changes));

test.each([nodeMask, platformNodeMaskExceeded, catalogueEdition, layer2Block, poolShape, sharesExhausted, sharesFull])("$id has nothing to say about the reference setup", (check) => {
  expect(found(check)).toEqual([]);
});

describe("a pool of runs", () => {
  test("its ceiling and its need follow from the share", () => {
    const plan = referencePlan(RUNS);
    expect(plan.sizing.ceilings.find(({ id }) => id === "ceiling.address-shares[fra-vsphere]")).toMatchObject({ used: 12, limit: 16, maxUserClusters: 16 });
    expect(plan.addresses.workloads).toMatchObject([{ atLeast: 12 }]);
    expect(plan.runbook.map(({ id }) => id)).toContain("step.address-pool[fra-vsphere]");
  });

  test("two addresses each end at eight user clusters; the fix is a block that holds all", () => {
    const changes = { ...RUNS, [`${AT}.poolShare`]: 2 };
    const [finding] = found(sharesExhausted, changes);
    expect(finding).toMatchObject({ severity: "blocker", title: "The address pool of fra-vsphere ends at 8 user clusters" });
    expect(finding?.message).toContain("12 user clusters with 2 addresses each need 24 addresses, and 10.20.0.224/28 holds shares for 8.");
    for (const { set } of finding?.fixes ?? []) expect(findingsOf(sharesExhausted, changed(referenceAnswers(changes), Object.fromEntries(set.map(({ path, value }) => [path, value]))))).toEqual([]);
  });

  test.each<[string, number, readonly string[]]>([
    ["two addresses each", 8, ["The address pool of fra-vsphere has no share for one user cluster more"]],
    ["one share is left", 7, []],
    ["too many are planned, which is a blocker", 9, []],
  ])("a pool is full: %s for %i user clusters", (_name, count, expected) => {
    const changes = { ...RUNS, [`${AT}.poolShare`]: 2, "infrastructure.datacenters.fra-vsphere.smallClusters": count };
    expect(found(sharesFull, changes).map(({ title }) => title)).toEqual(expected);
    for (const { message, remedy } of found(sharesFull, changes)) {
      expect(message).toBe("10.20.0.224/28 holds shares for 8 user clusters, and so many are planned. User cluster 9 would need 18 addresses in all; without a share it gets no address for its Services.");
      expect(remedy).toMatch(/^Workers answer for addresses of 10\.20\.0\.0\/24 alone, and no \/27 is free there: what takes most of it is DHCP range of Frankfurt \(10\.20\.0\.50-10\.20\.0\.220\); .* Have the DHCP range shortened or the network widened, place the workers in a larger network of layer 2, give each user cluster less, or let further ones run in another datacenter\.$/);
    }
  });

  test("addresses that somebody has are counted out, and the settings leave them out", () => {
    const changes = { ...RUNS, "network.places.main.usedAddresses": ["10.20.0.230", "10.20.0.99"], "network.places.main.gateway": "10.20.0.225" };
    const fieldsOf = (plan: ReturnType<typeof referencePlan>, field: string) => plan.settings.find((row) => row.field.endsWith(field));
    const plan = referencePlan(changes);
    expect(plan.sizing.ceilings.find(({ id }) => id === "ceiling.address-shares[fra-vsphere]")?.limit).toBe(14);
    expect(fieldsOf(plan, ".excludeRanges")).toMatchObject({ value: { kind: "known", value: "10.20.0.225, 10.20.0.230" }, why: "10.20.0.225 and 10.20.0.230 are in use already." });
    const blocks = referencePlan({ ...changes, [`${AT}.poolType`]: "prefix", [`${AT}.poolPrefix`]: 30 });
    expect(fieldsOf(blocks, ".excludePrefixes")?.value).toEqual({ kind: "known", value: "10.20.0.224/30, 10.20.0.228/30" });
  });

  test("broadcast addresses are counted out, and the settings leave them out", () => {
    const changes = { ...RUNS, [`${AT}.workloadBlock`]: "10.20.0.240/28" };
    expect(referencePlan(changes).sizing.ceilings.find(({ id }) => id === "ceiling.address-shares[fra-vsphere]")?.limit).toBe(15);
    expect(referencePlan(changes).settings.find(({ field }) => field.endsWith(".excludeRanges"))?.value).toEqual({ kind: "known", value: "10.20.0.255" });
    expect(found(layer2Block, changes)).toEqual([]);
    const shares: Changes = { ...changes, [`${AT}.poolType`]: "prefix", [`${AT}.poolPrefix`]: 30 };
    expect(found(layer2Block, shares)).toEqual([]);
    // The fourth share of 10.20.0.240/28 is .252 to .255.
    expect(referencePlan(shares).settings.find(({ field }) => field.endsWith(".excludePrefixes"))?.value).toEqual({ kind: "known", value: "10.20.0.252/30" });
    expect(referencePlan(shares).sizing.ceilings.find(({ id }) => id === "ceiling.address-shares[fra-vsphere]")?.limit).toBe(3);
  });

  test.each<[string, readonly string[]]>([
    ["10.64.0.0/20", []],
    ["10.64.0.0/19", ["10.64.0.0/19 is too large for runs of addresses"]],
    ["2001:db8:64::/116", []],
    ["2001:db8:64::/115", ["2001:db8:64::/115 is too large for runs of addresses"]],
  ])("%s is the edge, however large a share is", (block, expected) => {
    for (const share of [1, undefined]) {
      const changes = { ...RUNS, [`${AT}.workloadBlock`]: block, [`${AT}.poolShare`]: share, "network.ipFamily": "dual" };
      expect(found(poolShape, changes).map(({ title }) => title)).toEqual(expected);
    }
  });

  test("a block outside the workers' network is told before anybody knows the share", () => {
    const changes = { ...RUNS, [`${AT}.workloadBlock`]: "10.64.0.0/29", [`${AT}.poolShare`]: undefined };
    const [finding] = found(layer2Block, changes);
    expect(finding).toMatchObject({ title: "10.64.0.0/29 lies outside the workers' network of fra-vsphere" });
    // What is offered lies where workers answer for it, before the share is known as afterwards.
    expect(finding?.fixes).toHaveLength(1);
    expect(found(layer2Block, { ...changes, [`${AT}.workloadBlock`]: finding?.fixes[0]?.set[0]?.value })).toEqual([]);
  });

  test("a block larger than /20 is refused, and cut into blocks it is not", () => {
    const changes = { ...RUNS, [`${AT}.workloadBlock`]: "10.64.0.0/16" };
    expect(found(poolShape, changes)).toMatchObject([{ severity: "blocker", title: "10.64.0.0/16 is too large for runs of addresses" }]);
    expect(found(poolShape, { ...changes, [`${AT}.poolType`]: "prefix", [`${AT}.poolPrefix`]: 24 })).toEqual([]);
    expect(found(layer2Block, changes)).toMatchObject([{ severity: "blocker", title: "10.64.0.0/16 lies outside the workers' network of fra-vsphere" }]);
  });
});

test("a share may be a single address, and runs may come from all of a /20", () => {
  expect(found(poolShape, { ...RUNS, [`${AT}.poolType`]: "prefix", [`${AT}.poolPrefix`]: 32 })).toEqual([]);
  expect(found(poolShape, { ...RUNS, [`${AT}.workloadBlock`]: "10.64.0.0/20" })).toEqual([]);
});

test("a share longer than the block is refused", () => {
  const changes = { ...RUNS, [`${AT}.poolType`]: "prefix", [`${AT}.poolPrefix`]: 27 };
  expect(found(poolShape, changes)).toMatchObject([{ title: "/27 does not fit into 10.20.0.224/28", fixes: [{ set: [{ path: `${AT}.poolPrefix`, value: 32 }] }] }]);
});

test("CE has no catalogue", () => {
  expect(found(catalogueEdition, { [`${AT}.workloads`]: "metallb-app", "project.edition": "CE" })).toMatchObject([{ severity: "blocker", title: "CE has no MetalLB in its catalogue for fra-vsphere" }]);
  expect(found(catalogueEdition, { [`${AT}.workloads`]: "metallb-app" })).toEqual([]);
  const offers = (workloadBlock?: string, more: Changes = {}) => found(catalogueEdition, { [`${AT}.workloads`]: "metallb-app", "project.edition": "CE", [`${AT}.workloadBlock`]: workloadBlock, ...more })[0]?.fixes.map(({ title }) => title);
  expect(offers()).toEqual(["Use the MetalLB addon", "Plan with EE"]);
  expect(offers("10.20.0.224/28")).toEqual(["Use the MetalLB addon", "Plan with EE"]);
  expect(offers("10.64.0.0/24")).toEqual(["Plan with EE"]);
  expect(offers("10.64.0.0/24", { "network.places.main.nodeNetwork": undefined, [`${AT}.workersIn`]: undefined })).toEqual(["Use the MetalLB addon", "Plan with EE"]);
});

test("a /16 of pods serves 256 nodes, a /24 one", () => {
  const nodes = "infrastructure.datacenters.fra-vsphere.nodesPerCluster";
  expect(found(nodeMask, { [nodes]: 256 })).toEqual([]);
  expect(found(nodeMask, { [nodes]: 257 })).toMatchObject([{ title: "172.25.0.0/16 ends at 256 nodes in one user cluster" }]);
  expect(found(nodeMask, { [nodes]: 257 })[0]?.fixes).toEqual([{ title: "Use 172.24.0.0/15", set: [{ path: "network.userClusterPods", value: "172.24.0.0/15" }] }]);
  expect(found(nodeMask, { "network.userClusterPods": "172.25.0.0/25" })[0]?.message).toContain("no larger than the share of one node");
});

describe("the share of each node", () => {
  const ALL: Changes = {
    "infrastructure.clusterSizes": "several",
    "infrastructure.datacenters.fra-vsphere.mediumClusters": 0,
    "infrastructure.datacenters.fra-vsphere.largeClusters": 1,
    "infrastructure.datacenters.fra-vsphere.nodesPerLargeCluster": 600,
  };

  test("counts for the largest user cluster, not for small ones alone", () => {
    expect(found(nodeMask, ALL).map(({ title, fixes }) => [title, fixes[0]?.set[0]?.value])).toEqual([["172.25.0.0/16 ends at 256 nodes in one user cluster", "172.24.0.0/14"]]);
  });

  test("counts in the IPv6 range too", () => {
    const dual = { "network.ipFamily": "dual", "network.userClusterPods6": "fd01::/62" };
    expect(found(nodeMask, { ...dual, "infrastructure.datacenters.fra-vsphere.nodesPerCluster": 5 }).map(({ id, message }) => [id, message])).toEqual([
      ["network.pod-range-nodes[fra-vsphere]#ipv6", "Each node takes a /64 of the pod range, so fd01::/62 serves 4 nodes, and user clusters of fra-vsphere have 5."],
    ]);
  });

  // 8 nodes, 3 of them control planes, 1 worker to spare: (4 × 77 pods - 100) ÷ 20.
  test("of the platform: nine nodes do not fit into a /21", () => {
    expect(found(platformNodeMaskExceeded, { "network.platformPods": "10.244.0.0/21" }).map(({ title, message, fixes }) => [title, message, fixes[0]?.set[0]?.value])).toEqual([
      ["10.244.0.0/21 ends at 8 nodes in seed", "Each node takes a /24 of the pod range, and seed has 9 nodes. 10 user clusters are the most with it.", "10.244.0.0/20"],
    ]);
    expect(found(platformNodeMaskExceeded, { "infrastructure.clusters.seed.provisioning": "existing", "network.platformPods": "10.244.0.0/21" })).toEqual([]);
  });
});
