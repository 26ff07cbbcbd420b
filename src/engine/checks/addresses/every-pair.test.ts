import { expect, test } from "vitest";
import { withSubject } from "../../answers/answers.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { changed, referenceAnswers, type Changes } from "../../testing/reference.ts";

const AT = "fra-vsphere";
const NESTED: Changes = Object.fromEntries([["name", "kv"], ["provider", "kubevirt"], ["place", "main"], ["seed", "seed"]].map(([key, value]) => [`infrastructure.datacenters.kv.${key ?? ""}`, value]));
const HUB: Changes = { "loadBalancer.datacenters.kv.workloads": "kubelb", "infrastructure.places.main.kubevirtLoadBalancer": false, "loadBalancer.kubelbPlace": "main" };

/** Every range of a plan that people state, by what findings call it. */
const RANGES: Readonly<Record<string, (block: string) => Changes>> = {
  "node network": (block) => ({ "network.places.main.nodeNetwork": block }),
  "carrier": (block) => ({ "network.places.main.otherNetworks": [{ name: "carrier", block }] }),
  "worker network": (block) => ({ [`network.datacenters.${AT}.workersIn`]: "own-network", [`network.datacenters.${AT}.workerNetwork`]: block }),
  "virtual addresses of seed": (block) => ({ "loadBalancer.clusters.seed.pool": block }),
  "block for workloads": (block) => ({ [`loadBalancer.datacenters.${AT}.workloadBlock`]: block }),
  "pods of user clusters": (block) => ({ "network.userClusterPods": block }),
  "services of user clusters": (block) => ({ "network.userClusterServices": block }),
  "pods of master and seeds": (block) => ({ "network.platformPods": block }),
  "services of master and seeds": (block) => ({ "network.platformServices": block }),
  "pods and services of an infrastructure cluster": (block) => ({ ...NESTED, "network.infrastructureRanges": [block] }),
  "pods of nested user clusters": (block) => ({ ...NESTED, "network.nestedPods": block }),
  "services of nested user clusters": (block) => ({ ...NESTED, "network.nestedServices": block }),
  "virtual addresses of kubelb": (block) => ({ ...NESTED, ...HUB, "loadBalancer.kubelbBlock": block }),
  "nodes of kubelb": (block) => ({ ...NESTED, ...HUB, "loadBalancer.kubelbNodes": block }),
};

/** Pairs that may share addresses, each with the reason. */
const MAY: Readonly<Record<string, string>> = {
  "node network~carrier": "the other network is the larger net around it",
  "node network~block for workloads": "workers answer for addresses of their own segment",
  "worker network~block for workloads": "workers answer for addresses of their own segment",
  "node network~nodes of kubelb": "nodes of KubeLB may be machines of it",
  "carrier~nodes of kubelb": "one of both names the network of the other",
  "virtual addresses of kubelb~nodes of kubelb": "KubeLB announces its block as it likes",
  "pods of user clusters~pods and services of an infrastructure cluster": "it carries none of these user clusters",
  "services of user clusters~pods and services of an infrastructure cluster": "it carries none of these user clusters",
  "pods of master and seeds~pods and services of an infrastructure cluster": "it carries neither master nor Seeds",
  "services of master and seeds~pods and services of an infrastructure cluster": "it carries neither master nor Seeds",
  ...Object.fromEntries(["pods", "services"].flatMap((a) => ["pods", "services"].map((b) => [`${a} of user clusters~${b} of nested user clusters`, "user clusters never meet each other"]))),
};

const names = Object.keys(RANGES);
const pairs = names.flatMap((a, at) => names.slice(at + 1).map((b) => [a, b] as const));
const BLOCK = "10.77.0.0/24";
const answers = (...all: readonly Changes[]) => changed(withSubject(referenceAnswers(), "datacenter", "kv"), Object.assign({}, ...all) as Changes);

test.each(pairs)("%s and %s are compared", (a, b) => {
  const found = planFrom(answers(RANGES[a]?.(BLOCK) ?? {}, RANGES[b]?.(BLOCK) ?? {})).findings.filter(({ id, message }) => id.startsWith("addresses.ranges-overlap") && message.includes(`overlap in 10.77.0.0-10.77.0.255`));
  const both = found.filter(({ title, message }) => [a, b].every((name) => `${title} ${message}`.toLowerCase().includes(name)));
  expect(both.length > 0, MAY[`${a}~${b}`]).toBe(MAY[`${a}~${b}`] === undefined);
});

test.each(names)("%s are compared with the address of the tunnelling agent", (name) => {
  const plan = planFrom(answers({ "loadBalancer.exposeStrategy": "Tunneling" }, RANGES[name]?.("100.64.30.0/24") ?? {}));
  expect(plan.findings.filter(({ id }) => id.startsWith("firewall.tunneling-agent-address")).length).toBeGreaterThan(0);
});
