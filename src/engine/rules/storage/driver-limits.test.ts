import { describe, expect, test } from "vitest";
import { referencePlan, type Changes } from "../../testing/reference.ts";

const PROVIDER = "infrastructure.clusters.seed.provider";
const plan = (provider: string, changes: Changes = {}) => referencePlan({ [PROVIDER]: provider, "infrastructure.datacenters.fra-vsphere.smallClusters": 12, ...changes });
const etcd = (provider: string, changes: Changes = {}) => plan(provider, changes).storage.volumes.find(({ id }) => id === "volume.etcd[seed]");
const ceiling = (provider: string, changes: Changes = {}) => plan(provider, changes).sizing.ceilings.find(({ id }) => id === "ceiling.volumes-of-workers[seed]");

describe("a driver that makes no small volumes", () => {
  test("on Hetzner 36 volumes of 5 GiB take 360 GiB, and the row says why", () => {
    expect(etcd("hetzner")).toMatchObject({ count: 36, size: 5, total: 360 });
    expect(etcd("hetzner")?.why).toContain("makes no volume below 10 GiB, so that each takes that much");
    // The class carries what its volumes take, 36 × 10 GiB and those of the charts, none below 10 GiB.
    const { storage } = plan("hetzner");
    const kept = storage.volumes.filter(({ storageClass }) => storageClass === "kubermatic-fast");
    expect(kept.every(({ count, size, total }) => total === count * Math.max(size, 10))).toBe(true);
    expect(storage.classes.find(({ name }) => name === "kubermatic-fast")?.capacity).toBe(kept.reduce((sum, { total }) => sum + total, 0));
  });

  test("on DigitalOcean only what is smaller than 1 GiB grows", () => {
    expect(etcd("digitalocean")).toMatchObject({ count: 36, size: 5, total: 180 });
    expect(etcd("digitalocean")?.why).not.toContain("makes no volume");
    expect(plan("digitalocean").storage.volumes.find(({ title, cluster }) => title === "Alertmanager" && cluster === "seed")?.total).toBe(3);
  });

  test.each([["hetzner", { "storage.clusters.seed.fastClass": "other" }], ["vsphere", {}]] as const)("%s with %o has no smallest volume", (provider, changes) => {
    expect(etcd(provider, changes)).toMatchObject({ total: 180 });
    expect(ceiling(provider, changes)).toBeUndefined();
  });
});

test("volumes on the workers are a ceiling: each beside the spare one carries as many as its driver says", () => {
  for (const [provider, perMachine] of [["hetzner", 16], ["digitalocean", 7]] as const) {
    const made = plan(provider);
    const row = made.sizing.ceilings.find(({ id }) => id === "ceiling.volumes-of-workers[seed]");
    const { workers = 0, dedicated = 0 } = made.sizing.clusters.find(({ cluster }) => cluster === "seed") ?? {};
    const limit = (workers - dedicated - 1) * perMachine;
    expect(row?.limit).toBe(limit);
    expect(row?.maxUserClusters).toBe(Math.floor((limit - ((row?.used ?? 0) - 36)) / 3));
  }
});

test("the volume of metering is counted among those on the workers", () => {
  const used = (changes: Changes) => ceiling("hetzner", changes)?.used ?? 0;
  expect(used({ "infrastructure.seedExtras": ["metering"] }) - used({ "infrastructure.seedExtras": [] })).toBe(1);
});

test("volumes raise the number of workers, so that what is planned finds room", () => {
  const made = (provider: string) => {
    const { sizing } = plan(provider, { "infrastructure.clusters.seed.workerCpu": 64, "infrastructure.clusters.seed.workerMemory": 256 });
    const { used = 0, limit = 0 } = sizing.ceilings.find(({ id }) => id === "ceiling.volumes-of-workers[seed]") ?? {};
    return { used, limit, sized: sizing.clusters.find(({ cluster }) => cluster === "seed") };
  };
  const { used, limit, sized } = made("digitalocean");
  expect(used).toBeLessThanOrEqual(limit);
  expect(sized).toMatchObject({ boundBy: "volumes", workers: Math.ceil(used / 7) + 1 });
  expect(sized?.arithmetic.join(" ")).toContain(`Volumes: ${used} ÷ 7 on one machine`);
  expect(sized?.why).toContain("Volumes decide with machines of 64 vCPU and 256 GiB: the storage driver lets a machine carry 7 at most");
  // 16 volumes hold etcd of 5 user clusters, and 77 pods the control planes of not even 4.
  expect(made("hetzner").used).toBeLessThanOrEqual(made("hetzner").limit);
  expect(made("hetzner").sized?.boundBy).toBe("pods");
});

test("a driver without a known limit leaves the number of workers as it is", () => {
  const sized = plan("vsphere").sizing.clusters.find(({ cluster }) => cluster === "seed");
  expect(sized?.arithmetic.join(" ")).not.toContain("Volumes");
});

test("an upgrade counts workers and volumes without asking what size and class the claim of MinIO has", () => {
  const upgrade = { "project.release": "2.31", "project.upgradeFrom": "2.30", "storage.clusters.seed.backupTarget": "minio", "storage.clusters.seed.minioSize": undefined, "storage.clusters.seed.minioClass": undefined };
  const installed = plan("hetzner", { ...upgrade, "project.upgradeFrom": "none" }).sizing;
  const { clusters, ceilings } = plan("hetzner", upgrade).sizing;
  expect(clusters).toEqual(installed.clusters);
  expect(ceilings.map(({ id }) => id)).toEqual(installed.ceilings.map(({ id }) => id));
  expect(ceilings.find(({ id }) => id === "ceiling.volumes-of-workers[seed]")?.used).toBe(ceiling("hetzner", { "storage.clusters.seed.backupTarget": "minio" })?.used);
});
