import { describe, expect, test } from "vitest";
import type { Check } from "../../kernel/check.ts";
import { changed, findingsOf, referenceAnswers, referencePlan, type Changes } from "../../testing/reference.ts";
import { nodeMask } from "../network/pod-range-nodes.ts";
import { catalogueEdition } from "./catalogue-edition.ts";
import { layer2Block } from "./layer-2-block.ts";
import { poolShape } from "./pool-shape.ts";
import { sharesExhausted } from "./shares-exhausted.ts";

const AT = "loadBalancer.datacenters.fra-vsphere";
const RUNS: Changes = { [`${AT}.workloads`]: "metallb-addon", [`${AT}.workloadBlock`]: "10.20.0.224/28", [`${AT}.poolType`]: "range", [`${AT}.poolShare`]: 1 };
const found = (check: Check, changes: Changes = {}) => findingsOf(check, referenceAnswers(changes));

test.each([nodeMask, catalogueEdition, layer2Block, poolShape, sharesExhausted])("$id has nothing to say about the reference setup", (check) => {
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

  test("broadcast addresses are counted out and named", () => {
    const changes = { ...RUNS, [`${AT}.workloadBlock`]: "10.20.0.240/28" };
    expect(referencePlan(changes).sizing.ceilings.find(({ id }) => id === "ceiling.address-shares[fra-vsphere]")?.limit).toBe(15);
    expect(found(layer2Block, changes)).toMatchObject([{ severity: "warning", title: "The pool of fra-vsphere hands out 10.20.0.255" }]);
  });

  test("a block larger than /20 is refused, and cut into blocks it is not", () => {
    const changes = { ...RUNS, [`${AT}.workloadBlock`]: "10.64.0.0/16" };
    expect(found(poolShape, changes)).toMatchObject([{ severity: "blocker", title: "10.64.0.0/16 is too large for runs of addresses" }]);
    expect(found(poolShape, { ...changes, [`${AT}.poolType`]: "prefix", [`${AT}.poolPrefix`]: 24 })).toEqual([]);
    expect(found(layer2Block, changes)).toMatchObject([{ severity: "blocker", title: "10.64.0.0/16 lies outside the workers' network of fra-vsphere" }]);
  });
});

test("a share longer than the block is refused", () => {
  const changes = { ...RUNS, [`${AT}.poolType`]: "prefix", [`${AT}.poolPrefix`]: 27 };
  expect(found(poolShape, changes)).toMatchObject([{ title: "/27 does not fit into 10.20.0.224/28", fixes: [{ set: [{ path: `${AT}.poolPrefix`, value: 32 }] }] }]);
});

test("CE has no catalogue", () => {
  expect(found(catalogueEdition, { [`${AT}.workloads`]: "metallb-app", "project.edition": "CE" })).toMatchObject([{ severity: "blocker", title: "CE has no MetalLB in its catalogue for fra-vsphere" }]);
  expect(found(catalogueEdition, { [`${AT}.workloads`]: "metallb-app" })).toEqual([]);
});

test("a /16 of pods serves 256 nodes, a /24 one", () => {
  const nodes = "infrastructure.datacenters.fra-vsphere.nodesPerCluster";
  expect(found(nodeMask, { [nodes]: 256 })).toEqual([]);
  expect(found(nodeMask, { [nodes]: 257 })).toMatchObject([{ title: "172.25.0.0/16 ends at 256 nodes in one user cluster" }]);
  expect(found(nodeMask, { "network.userClusterPods": "172.25.0.0/25" })[0]?.message).toContain("no larger than the share of one node");
});
