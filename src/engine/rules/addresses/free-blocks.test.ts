import { expect, test } from "vitest";
import { rule } from "../../kernel/rule.ts";
import { referenceAnswers, referencePlan, valueOf, type Changes } from "../../testing/reference.ts";
import { blockBesideNodes } from "./free-blocks.ts";

const POOL = "loadBalancer.clusters.seed.pool";
const WORKLOADS = "loadBalancer.datacenters.fra-vsphere.workloadBlock";
const PODS = "network.userClusterPods";
const BLOCK = /^[\d.]+\/\d+$/;

/** Blocks that findings offer, by the answer that they would set: all of them, to see that they agree. */
function offered(changes: Changes): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, Set<string>>();
  for (const { path, value } of referencePlan(changes).findings.flatMap(({ fixes }) => fixes.flatMap(({ set }) => set))) {
    if (typeof value === "string" && BLOCK.test(value)) found.set(path, (found.get(path) ?? new Set()).add(value));
  }
  return Object.fromEntries([...found].map(([path, values]) => [path, [...values]]));
}

const LAYER_2 = { "loadBalancer.clusters.seed.kind": "metallb-l2" };
const TWENTY = { "loadBalancer.exposeStrategy": "LoadBalancer", "infrastructure.datacenters.fra-vsphere.smallClusters": 20 };

test.each<readonly [string, Changes, Readonly<Record<string, readonly string[]>>]>([
  ["nothing where all ranges may stay", {}, {}],
  ["two blocks where two are too small and lie side by side", { ...TWENTY, [WORKLOADS]: "10.20.30.16/30" }, { [POOL]: ["10.20.30.32/27"], [WORKLOADS]: ["10.20.29.224/27"] }],
  ["one block to a range that is too small and meets another", { ...TWENTY, [WORKLOADS]: "10.20.30.8/29" }, { [POOL]: ["10.20.30.32/27"], [WORKLOADS]: ["10.20.29.224/27"] }],
  ["no block from which users call", { [PODS]: "10.20.0.0/16", "access.userNetworks": ["172.25.3.0/24", "10.21.7.0/24"] }, { [PODS]: ["10.19.0.0/16"] }],
  ["a block of the network that users and the site share", { [POOL]: "10.20.0.192/28", "loadBalancer.clusters.seed.kind": "metallb-l2", "access.userNetworks": ["10.20.0.0/16"] }, { [POOL]: ["10.20.0.224/28"] }],
  // Pods that meet the network go themselves, so that they keep no block in it from being free.
  ["a block in a network that the pods meet", { ...LAYER_2, ...TWENTY, [POOL]: "10.20.0.192/30", [PODS]: "10.20.0.0/16" }, { [POOL]: ["10.20.0.224/27"], [PODS]: ["172.25.0.0/16"] }],
])("findings offer %s", (_what, changes, blocks) => {
  expect(offered(changes)).toEqual(blocks);
});

test("what is offered in place of a block otherwise is free for it beside the nodes as well", () => {
  const changes = { ...LAYER_2, ...TWENTY, [POOL]: "10.20.0.192/30" };
  const beside = rule({ id: "test.beside-nodes", title: "Block beside the nodes", per: "plan", sources: [], derive: (read) => blockBesideNodes(read, "seed") ?? "none" });
  expect(offered(changes)).toEqual({ [POOL]: ["10.20.0.224/27"] });
  expect(valueOf(beside, referenceAnswers(changes))).toBe("10.20.0.224/27");
});
