import { expect, test } from "vitest";
import { virtualAddresses } from "../../plan/alternatives.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, type Changes } from "../../testing/reference.ts";
import { starterAnswers } from "../../../../tests/support/starter-plans.ts";

/** Addresses of load-balancer Services that a plan needs; those of machines and of Kubernetes APIs are not among them. */
const needed = (starter: string, changes: Changes = {}): number => virtualAddresses(planFrom(changed(starterAnswers(starter), changes)));

const LB = { "loadBalancer.exposeStrategy": "LoadBalancer" };
const UPGRADE = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
const OWN = { "loadBalancer.entry": "own", "loadBalancer.gatewayAddress": "10.20.5.5", "loadBalancer.gatewayNamespace": "ingress", "loadBalancer.gatewayName": "public" };
const NO_UIS = { "monitoring.seedUis": [] };

// Entry, entries of separate Seeds that expose something, a nodeport-proxy for each Seed, one for each user cluster with
// LoadBalancer, and one for each API server with a load balancer of its own. The reference setup plans 12 user clusters,
// the one with a Seed in Azure 12 and 4.
test.each<[string, string, Changes, number]>([
  ["shared master and Seed, NodePort", "reference-setup", {}, 2],
  ["shared master and Seed, Tunneling", "reference-setup", { "loadBalancer.exposeStrategy": "Tunneling" }, 2],
  ["shared master and Seed, LoadBalancer", "reference-setup", LB, 2 + 12],
  ["the same without nodeport-proxy", "reference-setup", { ...LB, "loadBalancer.departures": ["no-proxy"], "loadBalancer.clusters.seed.nodeportProxy": "disabled" }, 1 + 12],
  ["API servers with a load balancer each", "reference-setup", { "loadBalancer.departures": ["api"], "loadBalancer.datacenters.fra-vsphere.apiLoadBalancer": true }, 2 + 12],
  ["one more until the former entry is cleaned", "reference-setup", UPGRADE, 2 + 1],
  ["a Gateway of the customer, which KKP gives no address", "reference-setup", OWN, 1],
  ["a Gateway of the customer, after the upgrade that it came with", "reference-setup", { ...UPGRADE, ...OWN }, 1 + 1],
  ["no load balancer: ports of nodes, whose addresses are their own", "reference-setup", { "loadBalancer.clusters.seed.kind": "none", "loadBalancer.clusters.seed.nodeFront": "10.20.0.30", "loadBalancer.departures": ["no-proxy"], "loadBalancer.clusters.seed.nodeportProxy": "disabled" }, 0],
  ["a separate Seed that exposes nothing", "vsphere-plus-azure-seed", NO_UIS, 3],
  ["a separate Seed with an entry of its own", "vsphere-plus-azure-seed", {}, 4],
  ["a separate Seed, LoadBalancer", "vsphere-plus-azure-seed", LB, 4 + 12 + 4],
  ["one more for each cleaned entry", "vsphere-plus-azure-seed", UPGRADE, 4 + 2],
])("%s", (_name, starter, changes, count) => {
  expect(needed(starter, changes)).toBe(count);
});

test("a Gateway of the customer leaves one address of the pool", () => {
  const plan = planFrom(changed(starterAnswers("reference-setup"), OWN));
  expect(plan.addresses.pools.map(({ needed: count }) => count)).toEqual([1]);
});
