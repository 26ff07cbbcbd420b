import { describe, expect, test } from "vitest";
import type { Fact } from "../../facts/fact.ts";
import { kubevirtExtra } from "../../facts/sizing/user-cluster-requests.ts";
import { baseOf, loadOf, perUserCluster, totalOf, uniform } from "./load.ts";
import type { LoadInput } from "./load-parts.ts";
import { clustersCarried, workersFor } from "./machines.ts";

const figure = <T>(fact: Fact<T>): T => fact.value;
const ENVOY = { title: "Envoy Gateway", requests: { cpu: 280, memory: 736, pods: 4 } };
const NGINX = { title: "NGINX Ingress", requests: { cpu: 150, memory: 384, pods: 3 } };
const OWN = { title: "your Gateway", requests: { cpu: 0, memory: 0, pods: 0 } };
const ON_MASTER = { dex: true, certManager: true };
const ON_SEED = { nodeportProxy: true, minio: true, s3Exporter: true };
const MASTER_2_31 = { entry: ENVOY, seeds: 1 };
const MASTER_NGINX = { entry: NGINX, seeds: 1 };

const shared = (small: number, medium = 0, large = 0, more: Partial<LoadInput> = {}): LoadInput => ({
  master: MASTER_2_31,
  ...ON_MASTER,
  ...ON_SEED,
  userClusters: { small, medium, large },
  mla: true,
  ...more,
});

/** Sums and workers of 8 vCPU / 32 GiB and of 16 vCPU / 64 GiB. */
function size(input: LoadInput) {
  const total = totalOf(loadOf(input, figure));
  const workers = [8, 16].map((vcpu) => workersFor(total, { vcpu, memory: vcpu * 4 }, figure).workers);
  return [total.cpu, Math.round((total.memory / 1024) * 10) / 10, total.pods, ...workers];
}

describe("a shared master and Seed with MLA, KKP 2.31", () => {
  test.each<[string, LoadInput, number[]]>([
    ["10 small", shared(10), [17623, 37.2, 260, 5, 5]],
    ["25 small", shared(25), [35398, 79.5, 560, 9, 9]],
    ["50 small", shared(50), [65023, 149.9, 1060, 15, 15]],
    ["100 small", shared(100), [124273, 290.7, 2060, 28, 28]],
    ["20 small, 5 medium, 1 large", shared(20, 5, 1), [61473, 129.5, 586, 13, 9]],
    ["50 small, 10 medium, 2 large", shared(50, 10, 2), [129023, 278.1, 1312, 26, 19]],
    ["50 small with user-cluster MLA", shared(50, 0, 0, { userClusterMla: true }), [67023, 163.9, 1100, 16, 16]],
    ["50 small with LoadBalancer", shared(50, 0, 0, { loadBalancerStrategy: true }), [71523, 157.7, 1210, 17, 17]],
    ["50 small with Kyverno", shared(50, 0, 0, { kyverno: true }), [110023, 187.4, 1510, 22, 21]],
  ])("%s", (_name, input, expected) => {
    expect(size(input)).toEqual(expected);
  });
});

test("metering, the vertical pod autoscaler, audit and KubeLB add their requests", () => {
  const bare = totalOf(loadOf(shared(10), figure));
  const more = totalOf(loadOf(shared(10, 0, 0, { metering: true, vpa: true, audit: true, kubeLb: 10 }), figure));
  expect(more.cpu - bare.cpu).toBe(250 + 150 + 10 * (10 + 100));
  expect(more.memory - bare.memory).toBe(512 + 768 + 10 * (20 + 128));
  expect(more.pods - bare.pods).toBe(10);
});

test("audit logging counts three API servers for each larger user cluster", () => {
  const bare = totalOf(loadOf(shared(10, 4, 2), figure));
  const audited = totalOf(loadOf(shared(10, 4, 2, { audit: true }), figure));
  // 10 × 2 + 6 × 3 = 38 API servers with 5 m and 10 MiB each
  expect([audited.cpu - bare.cpu, audited.memory - bare.memory, audited.pods - bare.pods]).toEqual([190, 380, 0]);
});

test.each<[string, LoadInput, number[]]>([
  ["Envoy Gateway, Dex and cert-manager", { master: MASTER_2_31, ...ON_MASTER }, [1800, 1698, 17]],
  ["NGINX Ingress, Dex and cert-manager", { master: MASTER_NGINX, ...ON_MASTER }, [1670, 1346, 16]],
  ["a Gateway of one's own", { master: { ...MASTER_2_31, entry: OWN }, ...ON_MASTER }, [1520, 962, 13]],
  ["an issuer in place of Dex", { master: MASTER_2_31, certManager: true }, [1400, 1634, 15]],
  ["supplied certificates", { master: MASTER_2_31, dex: true }, [1590, 1572, 14]],
  ["no entry, no Dex and no cert-manager", { master: { entry: OWN, seeds: 1 } }, [910, 772, 8]],
  ["three Seeds", { master: { ...MASTER_2_31, seeds: 3 }, ...ON_MASTER }, [1820, 1746, 19]],
])("the master with %s", (_name, input, expected) => {
  const { cpu, memory, pods } = totalOf(loadOf(input, figure));
  expect([cpu, memory, pods - 25]).toEqual(expected);
});

test.each<[string, Partial<LoadInput>, number[]]>([
  ["everything", ON_SEED, [800, 476, 7]],
  ["backups at S3 outside", { nodeportProxy: true, s3Exporter: true }, [650, 412, 6]],
  ["no backups", { nodeportProxy: true }, [600, 388, 5]],
  ["no nodeport-proxy", { minio: true, s3Exporter: true }, [450, 252, 3]],
])("the Seed on a shared cluster with %s", (_name, more, expected) => {
  const without = totalOf(loadOf({ master: MASTER_2_31 }, figure));
  const { cpu, memory, pods } = totalOf(loadOf({ master: MASTER_2_31, userClusters: { small: 0 }, ...more }, figure));
  expect([cpu - without.cpu, memory - without.memory, pods - without.pods]).toEqual(expected);
});

test("a Seed apart runs the webhook in a pod of its own", () => {
  expect(totalOf(loadOf({ userClusters: { small: 0 }, ...ON_SEED }, figure))).toEqual({ cpu: 800, memory: 476, pods: 8 + 25 });
});

test("the lines of master and Seed, one by one", () => {
  const input = { master: { ...MASTER_2_31, seeds: 2 }, ...ON_MASTER, ...ON_SEED, userClusters: { small: 0 } };
  expect(loadOf(input, figure).map(({ title, formula }) => `${title}: ${formula}`)).toEqual([
    "Components of the master: 900 m, 748 MiB, 7 pods",
    "Platform entry, Envoy Gateway: 280 m, 736 MiB, 4 pods",
    "Dex: 400 m, 64 MiB, 2 pods",
    "Proxies of the master to Seeds: 2 × 10 m, 2 × 24 MiB, 2 × 1 pod",
    "cert-manager: 210 m, 126 MiB, 3 pods",
    "Components of the Seed: 250 m, 164 MiB, 1 pod",
    "nodeport-proxy: 350 m, 224 MiB, 4 pods",
    "MinIO for backups: 150 m, 64 MiB, 1 pod",
    "S3 exporter: 50 m, 24 MiB, 1 pod",
    "Services of the cluster itself: 0 m, 0 MiB, 25 pods",
  ]);
});

test("the reference setup on NGINX with cert-manager: 21,863 m, 57,854 MiB, 339 pods, 6 workers", () => {
  const lines = loadOf({ master: MASTER_NGINX, ...ON_MASTER, ...ON_SEED, userClusters: { small: 12 }, mla: true, userClusterMla: true }, figure);
  const total = totalOf(lines);
  expect(total).toEqual({ cpu: 21863, memory: 57854, pods: 339 });
  expect(lines.at(-1)).toEqual({
    title: "Control planes of small user clusters",
    formula: "12 × 1,185 m, 12 × 2,884 MiB, 12 × 20 pods",
    cpu: 14220,
    memory: 34608,
    pods: 240,
  });
  expect(workersFor(total, { vcpu: 8, memory: 32 }, figure)).toEqual({
    workers: 6,
    boundBy: "pods",
    decidedBy: ["cpu", "pods"],
    arithmetic: [
      "One worker of 8 vCPU and 32 GiB offers 7,500 m and 31,744 MiB after 500 m and 1,024 MiB for itself, and 110 pods.",
      "CPU: 21,863 m ÷ (7,500 m × 70 % = 5,250 m) gives 5.",
      "Memory: 57,854 MiB ÷ (31,744 MiB × 70 % = 22,220.8 MiB) gives 3.",
      "Pods: 339 ÷ (110 × 70 % = 77) gives 5.",
      "The largest of 5, 3, 5 and at least 3 is 5; with 1 to spare 6 workers.",
    ],
  });
});

test("a dedicated master carries no Seed, and three workers are the least", () => {
  const total = totalOf(loadOf({ master: MASTER_2_31, ...ON_MASTER, mla: true }, figure));
  expect(total).toEqual({ cpu: 1800 + 3173, memory: 1698 + 7088, pods: 17 + 11 + 25 });
  expect(workersFor(total, { vcpu: 8, memory: 32 }, figure)).toMatchObject({ workers: 4, boundBy: "minimum" });
});

test("a Seed apart carries the entry of its own interfaces, and cert-manager beside it where that asks for certificates", () => {
  const seed: LoadInput = { userClusters: { small: 15 } };
  const apart = totalOf(loadOf({ ...seed, ownEntry: ENVOY, certManager: true }, figure));
  const supplied = totalOf(loadOf({ ...seed, ownEntry: ENVOY, certManager: false }, figure));
  const alone = totalOf(loadOf(seed, figure));
  expect(apart).toEqual({ cpu: alone.cpu + 280 + 210, memory: alone.memory + 736 + 126, pods: alone.pods + 4 + 3 });
  expect(supplied).toEqual({ cpu: alone.cpu + 280, memory: alone.memory + 736, pods: alone.pods + 4 });
});

test("workers are spread evenly over zones", () => {
  const total = totalOf(loadOf(shared(50), figure));
  expect(workersFor(total, { vcpu: 8, memory: 32 }, figure, 3).workers).toBe(15);
  expect(workersFor(total, { vcpu: 8, memory: 32 }, figure, 2).workers).toBe(16);
});

test("15 workers of 8 vCPU and 32 GiB carry 50 small user clusters", () => {
  const input = shared(0);
  expect(clustersCarried(15, { vcpu: 8, memory: 32 }, baseOf(input, figure), perUserCluster(input, figure), figure)).toBe(50);
});

describe("volumes, where a storage driver lets a machine carry so many", () => {
  const total = totalOf(loadOf(shared(10), figure));
  const machine = { vcpu: 8, memory: 32 };

  // CPU 17,623 ÷ 5,250 = 3.4 and pods 260 ÷ 77 = 3.4 ask for 4 machines; 60 ÷ 7 = 8.6 volumes for 9.
  test("ask for more workers than CPU, memory and pods", () => {
    const { workers, boundBy, arithmetic } = workersFor(total, machine, figure, 1, { count: 60, perMachine: 7 });
    expect([workers, boundBy]).toEqual([10, "volumes"]);
    expect(arithmetic.slice(-2)).toEqual(["Volumes: 60 ÷ 7 on one machine gives 9.", "The largest of 4, 2, 4, 9 and at least 3 is 9; with 1 to spare 10 workers."]);
  });

  test("ask for as many, or for fewer", () => {
    expect(workersFor(total, machine, figure, 1, { count: 28, perMachine: 7 })).toMatchObject({ workers: 5, boundBy: "pods", decidedBy: ["cpu", "pods", "volumes"] });
    expect(workersFor(total, machine, figure, 1, { count: 21, perMachine: 7 })).toMatchObject({ workers: 5, decidedBy: ["cpu", "pods"] });
  });

  test("never let more user clusters need fewer workers", () => {
    const counts = Array.from({ length: 60 }, (_one, small) => workersFor(totalOf(loadOf(shared(small), figure)), machine, figure, 1, { count: 6 + 3 * small, perMachine: 7 }).workers);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });

  // (14 × 7 - 6) ÷ 3 = 30.7
  test("end what a number of workers carries", () => {
    const input = shared(0);
    expect(clustersCarried(15, machine, baseOf(input, figure), perUserCluster(input, figure), figure, { perMachine: 7, base: 6, each: 3 })).toBe(30);
  });
});

describe("what the next user cluster takes", () => {
  const kubevirt = { title: "KubeVirt", each: kubevirtExtra };
  const seed = (small: number, more: Partial<LoadInput>): LoadInput => ({ userClusters: { small }, ...ON_SEED, ...more });
  // 20 pods of the profile; one more for the storage driver of KubeVirt, one for the connector of KubeLB. The Seed itself has 8 + 25.
  test.each<[string, LoadInput, pods: number, base: number, alike: boolean]>([
    ["nothing beside its profile", seed(25, {}), 20, 33, true],
    ["the driver of KubeVirt, as all of them do", seed(25, { byProvider: [{ ...kubevirt, times: 25 }] }), 21, 33, true],
    ["the connector of KubeLB, as all of them do", seed(25, { kubeLb: 25 }), 21, 33, true],
    ["the driver that some have", seed(25, { byProvider: [{ ...kubevirt, times: 10 }] }), 21, 33 + 10 - 25, false],
    ["the connector that some have", seed(25, { kubeLb: 5 }), 21, 33 + 5 - 25, false],
  ])("%s", (_name, input, pods, base, alike) => {
    expect(perUserCluster(input, figure).pods).toBe(pods);
    expect(baseOf(input, figure).pods).toBe(base);
    expect(uniform(input)).toBe(alike);
  });
});
