import { describe, expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { clusterOutgrowsProfile } from "./cluster-outgrows-profile.ts";
import { controlPlaneSmall } from "./control-plane-small.ts";
import { extrasInCe } from "./extras-in-ce.ts";
import { fewNodePods } from "./few-node-pods.ts";
import { headroom } from "./headroom.ts";
import { kyvernoRelease } from "./kyverno-release.ts";
import { podBound } from "./pod-bound.ts";
import { podsExhausted } from "./pods-exhausted.ts";
import { reserveTakesAll } from "./reserve-takes-all.ts";
import { sharedLarge } from "./shared-large.ts";
import { volumesExhausted } from "./volumes-exhausted.ts";
import { workersThere } from "./workers-there.ts";

const all = [clusterOutgrowsProfile, controlPlaneSmall, extrasInCe, fewNodePods, headroom, kyvernoRelease, podBound, podsExhausted, reserveTakesAll, sharedLarge, volumesExhausted, workersThere];
const nodes = "infrastructure.datacenters.fra-vsphere.nodesPerCluster";
const clusters = "infrastructure.datacenters.fra-vsphere.smallClusters";

test.each(starterNames)("%s: silent", (name) => {
  expect(all.flatMap((check) => findingsOf(check, starterAnswers(name))).map(({ id }) => id)).toEqual([]);
});

test("metering and backup of user clusters are named in CE, and EE heals them, or leaving them out", () => {
  const [finding] = findingsOf(extrasInCe, referenceAnswers({ "project.edition": "CE", "infrastructure.seedExtras": ["metering", "audit"], "storage.further": ["user-clusters"] }));
  expect(finding).toMatchObject({ severity: "blocker", title: "Metering and Backup of user clusters in the Community Edition", fixes: [{ set: [{ path: "project.edition", value: "EE" }] }, { title: "Leave Metering and Backup of user clusters out", set: [{ path: "infrastructure.seedExtras", value: ["audit"] }, { path: "storage.further", value: [] }] }] });
  expect(findingsOf(extrasInCe, referenceAnswers({ "project.edition": "CE", "infrastructure.seedExtras": ["metering"] }))[0]?.fixes[1]?.set).toEqual([{ path: "infrastructure.seedExtras", value: [] }]);
  expect(findingsOf(extrasInCe, referenceAnswers({ "infrastructure.seedExtras": ["metering"] }))).toEqual([]);
});

test("Kyverno has fields in Seeds since 2.30", () => {
  const withKyverno = (release: string) => findingsOf(kyvernoRelease, referenceAnswers({ "project.release": release, "infrastructure.seedExtras": ["kyverno"] }));
  expect(withKyverno("2.29")).toMatchObject([{ fixes: [{ set: [{ value: "2.31" }] }] }]);
  expect(withKyverno("2.30")).toEqual([]);
});

describe("nodes of user clusters", () => {
  test("50 fit a small control plane, 51 do not", () => {
    expect(findingsOf(clusterOutgrowsProfile, referenceAnswers({ [nodes]: 50 }))).toEqual([]);
    expect(findingsOf(clusterOutgrowsProfile, referenceAnswers({ [nodes]: 51 }))).toMatchObject([{ fixes: [], answers: [nodes, "infrastructure.clusterSizes"] }]);
  });

  test("large ones end at about 1,000", () => {
    const answers = referenceAnswers({ "infrastructure.clusterSizes": "several", "infrastructure.datacenters.fra-vsphere.nodesPerLargeCluster": 1500 });
    expect(findingsOf(clusterOutgrowsProfile, answers)[0]).toMatchObject({ message: expect.stringContaining("1,500 nodes") as string, remedy: "Divide the user clusters, or scale their control planes by hand and measure." });
  });

  test("medium ones are counted among the large", () => {
    const answers = referenceAnswers({ "infrastructure.clusterSizes": "several", "infrastructure.datacenters.fra-vsphere.nodesPerMediumCluster": 1200 });
    expect(findingsOf(clusterOutgrowsProfile, answers)).toMatchObject([{ id: "sizing.cluster-outgrows-profile[fra-vsphere]#medium", remedy: "Count them among the larger user clusters, so that Seed and volumes are sized for them." }]);
  });
});

describe("own planning values", () => {
  const own = (changes: Record<string, number>) => findingsOf(headroom, referenceAnswers({ "infrastructure.planningValues": "own", ...changes })).map(({ id, severity }) => [id, severity]);
  test.each([
    [{ "infrastructure.usablePercent": 85 }, []],
    [{ "infrastructure.usablePercent": 86 }, [["sizing.headroom#share", "warning"]]],
    [{ "infrastructure.spareWorkers": 0 }, [["sizing.headroom#spare", "warning"]]],
    [{ "infrastructure.podsPerNode": 254 }, []],
    [{ "infrastructure.podsPerNode": 255 }, [["sizing.headroom#pods", "blocker"]]],
  ])("%j", (changes, expected) => {
    expect(own(changes)).toEqual(expected);
  });

  test("small control planes are named in production", () => {
    const small = { "infrastructure.planningValues": "own", "infrastructure.controlPlaneCpu": 2, "infrastructure.controlPlaneMemory": 8 };
    expect(findingsOf(controlPlaneSmall, referenceAnswers(small))[0]?.fixes[0]?.title).toBe("Use 4 vCPU and 16 GiB");
    expect(findingsOf(controlPlaneSmall, referenceAnswers({ ...small, "project.purpose": "proof-of-concept" }))).toEqual([]);
  });
});

describe("workers of 32 vCPU are idle while pods decide", () => {
  const large = { "infrastructure.clusters.seed.workerCpu": 32, "infrastructure.clusters.seed.workerMemory": 128, [clusters]: 60 };
  const of = (changes: Record<string, string | number | boolean> = {}) => findingsOf(podBound, referenceAnswers({ ...large, ...changes }));

  test("the share is that of the workers that pods ask for, without those to spare", () => {
    // 96 + 60 × 20 = 1,296 pods; 110 × 70 % = 77; 7,433 + 60 × 1,185 = 78,533 m; (32,000 - 500) × 70 % = 22,050 m; 78,533 ÷ 374,850 = 21.0 %.
    expect(of()).toMatchObject([{ check: "sizing.pod-bound", severity: "advice", message: expect.stringContaining("1,296 pods ÷ 77 planned on a worker gives 17 workers, those to spare not counted. They ask for 78,533 m ÷ (17 × 22,050 m) = 21 % of the CPU") as string }]);
  });

  test("MLA stacks with workers of their own count on neither side", () => {
    // What the stacks have for themselves is no load of these workers, as where nobody runs them.
    const [finding] = of({ "monitoring.nodes": "dedicated" });
    const [alone] = of({ "monitoring.mla": false, "monitoring.userClusterMla": false });
    const counted = /^[\d,]+ pods ÷ 77 planned on a worker gives \d+ workers/;
    expect(finding?.message).toContain("those to spare and those of the MLA stacks not counted");
    expect(counted.exec(finding?.message ?? "")?.[0]).toBe(counted.exec(alone?.message ?? "nothing")?.[0]);
  });

  test("what lets a worker run more pods is that of its service, or of whoever sets up its kubelet", () => {
    const there = (provider: string, provisioning: string) => of({ "infrastructure.clusters.seed.provider": provider, "infrastructure.clusters.seed.provisioning": provisioning, "infrastructure.clusters.seed.nodePods": 110 })[0];
    expect(of()[0]?.remedy).toBe("Use smaller workers. Or else: Raise the pods on a worker among the planning values, and kubelets follow as the plan says.");
    expect(there("aws", "managed")?.remedy).toMatch(/^Use smaller workers, which may run fewer pods each\. Or else: Switch prefix delegation on/);
    expect(there("azure", "managed")?.remedy).toMatch(/^Use smaller workers\. Or else: Make a node pool of AKS/);
    expect(there("vsphere", "existing")?.remedy).toContain("Raise maxPods of the kubelet where ranges for pods allow it");
    expect(there("azure", "managed")?.answers).toContain("infrastructure.clusters.seed.nodePods");
  });
});

test("nodes of a managed service that run few pods are named where pods alone decide, with what lets them run more", () => {
  const of = (provider: string, provisioning: string, nodePods: number) =>
    findingsOf(fewNodePods, referenceAnswers({ "infrastructure.clusters.seed.provider": provider, "infrastructure.clusters.seed.provisioning": provisioning, "infrastructure.clusters.seed.nodePods": nodePods }));
  expect(of("aws", "managed", 58)).toMatchObject([{ severity: "warning", message: expect.stringContaining("10 workers") as string, remedy: expect.stringContaining("prefix delegation") as string }]);
  expect(of("azure", "managed", 30)).toMatchObject([{ remedy: expect.stringContaining("node pool of AKS") as string }]);
  expect(of("vsphere", "existing", 58)).toMatchObject([{ remedy: expect.stringContaining("maxPods of the kubelet") as string }]);
  // 339 ÷ (100 × 70 %) gives 5, and so does CPU: it lies idle nowhere.
  expect(of("aws", "managed", 100)).toEqual([]);
  expect(of("aws", "managed", 110)).toEqual([]);
  expect(of("aws", "kubeone", 58)).toEqual([]);
});

test("100 user clusters are many for a shared master, and 7,500 too many for any cluster", () => {
  expect(findingsOf(sharedLarge, referenceAnswers({ [clusters]: 100 }))).toEqual([]);
  expect(findingsOf(sharedLarge, referenceAnswers({ [clusters]: 101 }))).toHaveLength(1);
  // (150,000 - 100) ÷ 20 = 7,495
  expect(findingsOf(podsExhausted, referenceAnswers({ [clusters]: 7495 }))).toEqual([]);
  expect(findingsOf(podsExhausted, referenceAnswers({ [clusters]: 7496 }))).toMatchObject([{ severity: "blocker" }]);
});

test("volumes of etcd must find room on the workers that are there, or may come", () => {
  const of = (provider: string, there: number, more: Record<string, string | number> = {}) =>
    findingsOf(
      volumesExhausted,
      referenceAnswers({ "infrastructure.clusters.seed.provider": provider, "infrastructure.clusters.seed.provisioning": "existing", "infrastructure.clusters.seed.workersThere": there, "infrastructure.clusters.seed.workerCpu": 64, "infrastructure.clusters.seed.workerMemory": 256, "storage.clusters.seed.backupTarget": "s3", "monitoring.mla": false, "monitoring.userClusterMla": false, [clusters]: 20, ...more }),
    );
  // 60 volumes ÷ 7 = 8.6: nine workers, and one to spare.
  expect(of("digitalocean", 9)).toMatchObject([{ severity: "warning", title: "Workers of seed carry fewer volumes than its user clusters keep", answers: ["infrastructure.clusters.seed.workersThere"] }]);
  expect(of("digitalocean", 9)[0]?.message).toContain("lets 9 workers, one of them to spare, carry 56 volumes, and 60 are planned");
  expect(of("digitalocean", 9)[0]?.message).toContain("18 user clusters are the most");
  expect(of("digitalocean", 9)[0]?.remedy).toContain("10 workers");
  expect(of("digitalocean", 10)).toEqual([]);
  expect(of("digitalocean", 9, { "storage.clusters.seed.fastClass": "other" })).toEqual([]);
  expect(of("vsphere", 3)).toEqual([]);
  // What KubeOne builds has as many as the plan counts.
  expect(of("digitalocean", 9, { "infrastructure.clusters.seed.provisioning": "kubeone" })).toEqual([]);
});

describe("workers that are there", () => {
  const there = (count: number, changes: Record<string, string | number> = {}) =>
    findingsOf(workersThere, referenceAnswers({ "infrastructure.clusters.seed.provisioning": "existing", "infrastructure.clusters.seed.workersThere": count, ...changes }));

  test("6 are needed; with 5 fewer user clusters fit", () => {
    expect(there(6)).toEqual([]);
    // (4 × 5,250 - 1,670 - 800 - 3,173 - 2,000) ÷ 1,185 = 11.3; (4 × 77 - 100) ÷ 20 = 10.4
    expect(there(5)).toMatchObject([{ severity: "warning", title: "seed has 5 workers, and the plan needs 6", remedy: "Let seed grow to 6 workers of 8 vCPU and 32 GiB, or plan 10 small user clusters at most." }]);
  });

  test("those of the MLA stacks alone carry no user cluster, and what fits is not said where it is enough", () => {
    const apart = (count: number) => there(count, { "monitoring.nodes": "dedicated" })[0];
    const needed = Number(/the plan needs (\d+)/.exec(apart(3)?.title ?? "")?.[1]);
    const { workers, dedicated = 0 } = planFrom(referenceAnswers({ "monitoring.nodes": "dedicated" })).sizing.clusters[0]!;
    expect([needed, dedicated > 0]).toEqual([workers, true]);
    expect(apart(dedicated)?.message).toContain("no small user cluster fits");
    // Three machines carry one user cluster; the fourth is to spare.
    expect(there(3, { [clusters]: 1 })).toMatchObject([{ remedy: "Let seed grow to 4 workers of 8 vCPU and 32 GiB." }]);
  });

  test("a number that belongs to a cluster of KubeOne is not looked at", () => {
    expect(there(1, { "infrastructure.clusters.seed.provisioning": "kubeone" })).toEqual([]);
  });
});

test("workers that keep all they have carry nothing, and no number of them is planned", () => {
  const keeping = (cpu: number) => referenceAnswers({ "infrastructure.planningValues": "own", "infrastructure.nodeCpuReserve": cpu, "infrastructure.clusters.seed.workerCpu": 4 });
  const [finding] = findingsOf(reserveTakesAll, keeping(4000));
  expect(finding).toMatchObject({ severity: "blocker", title: "Workers of seed keep all they have for themselves", fixes: [{ set: [{ path: "infrastructure.planningValues", value: "groundplan" }] }] });
  expect(findingsOf(reserveTakesAll, keeping(3999))).toEqual([]);
  expect(planFrom(keeping(4000)).sizing.clusters).toEqual([]);
  expect(planFrom(keeping(3999)).sizing.clusters[0]?.workers).toBeGreaterThan(1000);
});
