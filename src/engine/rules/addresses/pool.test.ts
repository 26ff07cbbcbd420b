import { expect, test } from "vitest";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referencePlan, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

const POOL = "loadBalancer.clusters.seed.pool";
// A Service for each user cluster and one more for its API server; in the node network .255 is nobody's, which leaves an odd number.
const TWO_EACH: Changes = {
  "loadBalancer.clusters.seed.kind": "metallb-l2",
  "loadBalancer.exposeStrategy": "LoadBalancer",
  "loadBalancer.departures": ["api"],
  "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true,
};

test.each([
  // (15 - 2) ÷ 2 = 6.5
  ["10.20.0.240/28", 15, 6],
  // (7 - 2) ÷ 2 = 2.5
  ["10.20.0.248/29", 7, 2],
  // (16 - 2) ÷ 2
  ["10.20.0.224/28", 16, 7],
])("%s gives out %i addresses, two for each user cluster beside entry and nodeport-proxy: %i user clusters", (pool, usable, maxUserClusters) => {
  expect(referencePlan({ ...TWO_EACH, [POOL]: pool }).addresses.pools).toMatchObject([{ usable, needed: 2 + 24, maxUserClusters }]);
});

// Twelve user clusters in Frankfurt and eight in Azure, of which one place's alone take an address: the next one may be of those.
const mixed = (changes: Changes): Changes => ({
  "loadBalancer.exposeStrategy": "NodePort",
  "loadBalancer.departures": ["datacenters"],
  "loadBalancer.datacenters.fra-vsphere.exposeStrategy": "LoadBalancer",
  "loadBalancer.datacenters.azure-weu.exposeStrategy": "NodePort",
  ...changes,
});
const poolIn = (changes: Changes) => planFrom(changed(starterAnswers("vsphere-plus-azure"), mixed(changes))).addresses.pools.map(({ usable, needed, maxUserClusters, assuming }) => [usable, needed, maxUserClusters, assuming]);
const planned = { "infrastructure.datacenters.fra-vsphere.smallClusters": 12, "infrastructure.datacenters.azure-weu.smallClusters": 8 };

test("where some user clusters take an address, those to come are counted as the dearest", () => {
  expect(poolIn({ ...planned, [POOL]: "10.20.30.0/28" })).toEqual([[16, 14, 22, "each beyond the 20 planned takes 1 address"]]);
  // With fourteen the last address is taken, and the mix as it is still fits.
  expect(poolIn({ ...planned, "infrastructure.datacenters.fra-vsphere.smallClusters": 14, [POOL]: "10.20.30.0/28" })).toEqual([[16, 16, 22, "each beyond the 22 planned takes 1 address"]]);
});

test("half of what the dearest takes is no user cluster more", () => {
  // Twelve with two addresses each; 31 of 32 beside the broadcast address: (31 - 2 - 24) ÷ 2 = 2.5
  const two = { ...TWO_EACH, "loadBalancer.exposeStrategy": "NodePort", "loadBalancer.departures": ["datacenters", "api"], "loadBalancer.datacenters.azure-weu.apiLoadBalancer": false, [POOL]: "10.20.0.224/27" };
  expect(poolIn({ ...planned, ...two })).toEqual([[31, 26, 22, "each beyond the 20 planned takes 2 addresses"]]);
});

test("where they do not fit, the mix is cut down in proportion, and a broken one does not count", () => {
  // 20 × (8 - 2) ÷ 12 = 10
  expect(poolIn({ ...planned, [POOL]: "10.20.30.0/29" })).toEqual([[8, 14, 10, "20 take 12 addresses, as planned"]]);
  // 20 × (4 - 2) ÷ 12 = 3.3
  expect(poolIn({ ...planned, [POOL]: "10.20.30.0/30" })).toEqual([[4, 14, 3, "20 take 12 addresses, as planned"]]);
});

test("a block too small for the cluster itself holds no user cluster", () => {
  expect(poolIn({ ...planned, [POOL]: "10.20.30.0/32" }).map(([, , most]) => most)).toEqual([0]);
});
