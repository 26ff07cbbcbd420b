import { describe, expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { answersOf, findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { noUserClusters } from "./no-user-clusters.ts";
import { groupRulesExhausted } from "./group-rules-exhausted.ts";
import { listenersExhausted } from "./listeners-exhausted.ts";
import { nodePortsExhausted } from "./node-ports-exhausted.ts";
import { workerTooSmall } from "./worker-too-small.ts";

const clusters = "infrastructure.datacenters.fra-vsphere.smallClusters";
const strategy = "loadBalancer.exposeStrategy";
const cpu = "infrastructure.clusters.seed.workerCpu";
const memory = "infrastructure.clusters.seed.workerMemory";

test.each(starterNames)("%s: silent", (name) => {
  for (const check of [workerTooSmall, nodePortsExhausted, listenersExhausted, groupRulesExhausted, noUserClusters]) expect(findingsOf(check, starterAnswers(name))).toEqual([]);
});

describe("workers and the MLA stack", () => {
  test("2 vCPU and 4 GiB cannot carry Prometheus", () => {
    const [finding] = findingsOf(workerTooSmall, referenceAnswers({ [cpu]: 2, [memory]: 4 }));
    expect(finding).toMatchObject({ id: "sizing.worker-too-small[seed]", severity: "blocker", title: "Prometheus does not fit on any worker of seed" });
    expect(finding?.message).toBe("One worker of 2 vCPU and 4 GiB offers 1,500 m and 3,072 MiB; the Prometheus pod of the MLA stack alone requests 1,105 m and 3,160 MiB.");
    expect(finding?.fixes[0]?.set).toEqual([{ path: cpu, value: 4 }, { path: memory, value: 16 }]);
  });

  test("2 vCPU and 8 GiB carry it, but hardly anything else", () => {
    expect(findingsOf(workerTooSmall, referenceAnswers({ [cpu]: 2, [memory]: 8 }))).toMatchObject([{ severity: "warning" }]);
  });

  test("more memory is kept when only vCPU are missing", () => {
    expect(findingsOf(workerTooSmall, referenceAnswers({ [cpu]: 3 }))[0]?.fixes[0]?.set).toEqual([{ path: cpu, value: 4 }, { path: memory, value: 32 }]);
  });

  test("small workers are fine without it", () => {
    expect(findingsOf(workerTooSmall, referenceAnswers({ [cpu]: 2, [memory]: 4, "monitoring.mla": false }))).toEqual([]);
  });
});

describe("NodePorts", () => {
  test("460 user clusters fit, the 461st does not", () => {
    expect(findingsOf(nodePortsExhausted, referenceAnswers({ [clusters]: 460 }))).toEqual([]);
    const [finding] = findingsOf(nodePortsExhausted, referenceAnswers({ [clusters]: 461 }));
    expect(finding).toMatchObject({ check: "sizing.node-ports-exhausted", severity: "blocker", fixes: [{ set: [{ path: strategy, value: "Tunneling" }] }] });
    expect(finding?.message).toContain("take 2,771 of 2,768 ports (NodePorts); 460 user clusters are the most");
    expect(finding?.answers).toEqual([strategy, clusters]);
  });

  test("Tunneling has no such limit", () => {
    expect(findingsOf(nodePortsExhausted, referenceAnswers({ [clusters]: 5000, [strategy]: "Tunneling" }))).toEqual([]);
  });
});

test("98 user clusters fit the rules of an Azure node, the 99th does not", () => {
  const azure = (count: number) =>
    referenceAnswers({ "infrastructure.clusters.seed.provider": "azure", "loadBalancer.clusters.seed.kind": "cloud", [clusters]: count });
  expect(findingsOf(listenersExhausted, azure(98))).toEqual([]);
  const [finding] = findingsOf(listenersExhausted, azure(99));
  expect(finding?.check).toBe("sizing.listeners-exhausted");
  expect(finding?.message).toContain("98 user clusters are the most");
});

// With user-cluster MLA: (30 - 3) ÷ 3.
test("9 user clusters fit the largest load balancer of Hetzner, the 10th does not", () => {
  const hetzner = (count: number) =>
    referenceAnswers({ "infrastructure.clusters.seed.provider": "hetzner", "loadBalancer.clusters.seed.kind": "cloud", [clusters]: count });
  expect(findingsOf(listenersExhausted, hetzner(9))).toEqual([]);
  const [finding] = findingsOf(listenersExhausted, hetzner(10));
  expect(finding?.message).toContain("take 33 of 30 listeners (Listeners of one load balancer, Hetzner Cloud); 9 user clusters are the most");
  expect(finding?.fixes).toMatchObject([{ set: [{ path: strategy, value: "Tunneling" }] }, { set: [{ path: strategy, value: "LoadBalancer" }] }]);
});

describe("rules of the security group on AWS", () => {
  const aws = (changes: Parameters<typeof referenceAnswers>[0]) => findingsOf(groupRulesExhausted, referenceAnswers({ "infrastructure.clusters.seed.provider": "aws", "loadBalancer.clusters.seed.kind": "cloud", ...changes }));
  const listed = (networks: number, changes: Parameters<typeof referenceAnswers>[0] = {}) =>
    aws({ "loadBalancer.departures": ["proxy-sources"], "loadBalancer.clusters.seed.proxySources": Array.from({ length: networks }, (_, at) => `10.${at}.0.0/16`), ...changes });

  // (60 - 7) ÷ 3 = 17.7
  test("17 user clusters that everybody may reach fit, the 18th does not", () => {
    expect(aws({ [clusters]: 17 })).toEqual([]);
    const [finding] = aws({ [clusters]: 18 });
    expect(finding).toMatchObject({ severity: "warning", fixes: [{ set: [{ path: strategy, value: "Tunneling" }] }], answers: [strategy, clusters] });
    expect(finding?.message).toContain("take 61 rules, and it holds 60 unless more are asked for; with that, 17 user clusters are the most");
  });

  test("a quota may be raised to 1,000 for all groups of an interface", () => {
    // 32 + 12 × 24 = 320; 1,000 ÷ 320 = 3.1
    const [finding] = listed(5);
    expect(finding?.severity).toBe("warning");
    expect(finding?.remedy).toContain("ask for a quota of 320 inbound rules for each security group or more, with 3 in place of 5 groups for each interface");
  });

  test("and no further", () => {
    // 2 + 1 + 3 × 8 + 5 + 40 × 24 = 992, and 41 × 24 goes beyond 1,000
    expect(listed(5, { [clusters]: 40 })).toMatchObject([{ severity: "warning" }]);
    expect(listed(5, { [clusters]: 41 })).toMatchObject([{ severity: "blocker", remedy: expect.stringContaining("No quota goes beyond 1,000: name fewer and wider networks, choose Tunneling") as string }]);
  });

  test("Tunneling heals only what user clusters take", () => {
    expect(listed(5)[0]?.fixes).toHaveLength(1);
    // 3 + 3 × (20 + 3) + 20 = 92 without any user cluster
    expect(listed(20)[0]?.fixes).toEqual([]);
  });
});

describe("Seeds without user clusters", () => {
  test("zero is named", () => {
    expect(findingsOf(noUserClusters, referenceAnswers({ [clusters]: 0 }))).toMatchObject([{ check: "sizing.no-user-clusters", severity: "advice", answers: [clusters] }]);
  });

  test("so is a Seed without datacenter, but never a master alone", () => {
    expect(findingsOf(noUserClusters, answersOf({ "infrastructure.clusters.s.role": "seed" }))[0]?.remedy).toBe("Add a datacenter that s serves.");
    expect(findingsOf(noUserClusters, answersOf({ "infrastructure.clusters.m.role": "master" }))).toEqual([]);
  });
});
