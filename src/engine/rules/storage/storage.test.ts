import { describe, expect, test } from "vitest";
import { explain } from "../../plan/explain.ts";
import { planFrom } from "../../plan/plan-from.ts";
import { cellOf, changed, referenceAnswers, referencePlan, valueOf } from "../../testing/reference.ts";
import { backupNeed, plannedBackupVolume } from "./backups.ts";
import { backupClass, fastClass } from "./classes.ts";
import { mlaStorageClass } from "./mla-class.ts";
import { etcdVolumeNeeds } from "./volumes.ts";

const clusters = "infrastructure.datacenters.fra-vsphere.smallClusters";
const target = "storage.clusters.seed.backupTarget";
const fastDriver = "storage.clusters.seed.fastClass";

describe("kubermatic-fast", () => {
  test("the reference setup keeps 563.3 GiB on it", () => {
    const [row] = valueOf(fastClass, referenceAnswers(), "seed");
    // 12 × 3 × 5 + 215.3 + 168
    expect(row).toMatchObject({ capacity: 563.3, provisioner: { kind: "known", value: "csi.vsphere.vmware.com" }, media: "SSD" });
    expect(row?.demands[0]).toBe("8,000 concurrent IOPS and 125 MB/s, the large class of etcd");
    expect(row?.demands.at(-2)).toContain("fdatasync below 10 ms");
  });

  test("each part is left out where it is not installed", () => {
    const capacity = (changes: Parameters<typeof referenceAnswers>[0]) => valueOf(fastClass, referenceAnswers(changes), "seed")[0]?.capacity;
    expect(capacity({ "monitoring.mla": false })).toBe(348);
    expect(capacity({ "monitoring.userClusterMla": false })).toBe(395.3);
    expect(capacity({ [clusters]: 0 })).toBe(383.3);
  });

  test("Azure gets disks that etcd can live on", () => {
    const answers = referenceAnswers({ "infrastructure.clusters.seed.provider": "azure" });
    expect(valueOf(fastClass, answers, "seed")[0]?.parameters).toMatchObject({ skuName: "Premium_LRS" });
    // Hard disks are enough for snapshots, and their class says so.
    expect(valueOf(backupClass, answers, "seed")[0]).toMatchObject({ media: "HDD is enough", parameters: { skuName: "Standard_LRS" } });
  });

  test.each([
    ["aws", "io1 with 25 IOPS for each GiB"],
    ["azure", "Standard_LRS, which is a hard disk"],
  ])("%s: the class is written by hand, and why", (provider, instead) => {
    const byHand = (changes: Parameters<typeof referenceAnswers>[0]) => valueOf(fastClass, referenceAnswers({ "infrastructure.clusters.seed.provider": provider, ...changes }), "seed")[0]?.demands.filter((demand) => demand.startsWith("Written by hand"));
    expect(byHand({})).toHaveLength(1);
    expect(byHand({})?.[0]).toContain(instead);
    expect(byHand({ [fastDriver]: "other" })).toEqual([]);
  });

  test("AWS gets disks whose IOPS do not shrink with their size, and that hold the small volumes of the MLA", () => {
    const answers = referenceAnswers({ "infrastructure.clusters.seed.provider": "aws", "monitoring.storage": "own" });
    expect(valueOf(fastClass, answers, "seed")[0]?.parameters).toEqual({ type: "gp3" });
    expect(valueOf(mlaStorageClass, answers, "seed")[0]?.parameters).toEqual({ type: "gp3" });
  });

  test("the MLA may have a class of its own, kubermatic-mla, on another backend than etcd's", () => {
    const named = (own: string) => referencePlan({ "monitoring.storage": own }).storage.classes.map(({ name, demands }) => [name, demands.some((demand) => demand.startsWith("Another backend than that of kubermatic-fast"))]);
    expect(named("own")).toEqual([["kubermatic-fast", false], ["kubermatic-mla", true], ["kubermatic-backup", false]]);
    expect(named("shared")).toEqual([["kubermatic-fast", false], ["kubermatic-backup", false]]);
  });

  test("is measured as etcd writes: 2,300 bytes at a time, synced after each, to a file that the class serves", () => {
    const [row] = valueOf(fastClass, referenceAnswers(), "seed");
    const commands = referencePlan().runbook.find(({ id }) => id === "step.fio[seed]")?.commands.join("\n").replaceAll(/\s+/g, " ") ?? "";
    for (const said of [row?.demands.find((demand) => demand.startsWith("Proof:")) ?? "", commands])
      for (const flag of ["--rw=write", "--ioengine=sync", "--fdatasync=1", "--size=22m", "--bs=2300"]) expect(said).toContain(` ${flag} `);
    expect(commands).toContain("storageClassName: kubermatic-fast");
  });

  test("another driver is asked of the storage team", () => {
    const answers = referenceAnswers({ [fastDriver]: "other" });
    const driver = "storage.clusters.seed.driver";
    expect(valueOf(fastClass, answers, "seed")[0]).toMatchObject({ provisioner: { kind: "open", question: driver }, parameters: {} });
    expect(planFrom(answers).openPoints.find(({ path }) => path === driver)?.team).toBe("storage");
    const named = referenceAnswers({ [fastDriver]: "other", [driver]: "rook-ceph.rbd.csi.ceph.com" });
    expect(valueOf(fastClass, named, "seed")[0]?.provisioner).toEqual({ kind: "known", value: "rook-ceph.rbd.csi.ceph.com" });
  });
});

describe("backups", () => {
  test.each(["minio", "s3"])("the Secret with the keys of %s lies in kube-system of the Seed, where KKP's webhook looks for it", (kind) => {
    const plan = referencePlan({ [target]: kind, "storage.clusters.seed.s3Endpoint": "s3.example.com" });
    const field = plan.settings.find((row) => row.field === `spec.etcdBackupRestore.destinations.${kind}.credentials`);
    expect(field?.value).toEqual({ kind: "known", value: "name kubermatic-s3-credentials, namespace kube-system" });
    // The chart of MinIO copies its keys there; those of a store outside are put there by hand.
    if (kind === "minio") expect(plan.secrets.some(({ why }) => why.startsWith("The chart copies it into the Secret kube-system/kubermatic-s3-credentials"))).toBe(true);
    else expect(plan.runbook.find(({ id }) => id === "step.s3-credentials[seed]")?.commands.some((line) => line.includes("kubectl -n kube-system create secret generic kubermatic-s3-credentials"))).toBe(true);
  });

  test("promise no more than a restore gives back", () => {
    expect(valueOf(backupNeed, referenceAnswers(), "seed").why).toMatch(/^The etcd of a lost user cluster .* where it ran the etcd-launcher, and volumes are not in it;/);
  });

  test("the reference setup needs 29.5 of 100 GiB and reaches back 400 minutes", () => {
    // 12 × 41 × 0.1 × 0.5 × 1.2 = 29.52
    expect(valueOf(backupNeed, referenceAnswers(), "seed")).toMatchObject({
      needed: 29.5,
      offered: 100,
      interval: 20,
      kept: 20,
      coverage: 400,
      arithmetic: "12 user clusters × 41 snapshots × 0.1 GiB × 0.5 × 1.2 = 29.5 GiB. 41 is the most that can be there at once: 2 × 20 + 1.",
    });
  });

  test("50 user clusters need more than the default volume, and the class holds it", () => {
    const answers = referenceAnswers({ [clusters]: 50 });
    expect(valueOf(backupNeed, answers, "seed")).toMatchObject({ needed: 123, offered: 100 });
    expect(valueOf(plannedBackupVolume, answers, "seed")).toBe(123);
    expect(valueOf(backupClass, answers, "seed")[0]?.capacity).toBe(123);
  });

  test("a class that nobody made leaves the volume of MinIO waiting, whatever the cluster's default is", () => {
    const [row] = valueOf(backupClass, referenceAnswers({ [target]: "minio" }), "seed");
    expect(row?.why).toBe("MinIO of seed writes etcd snapshots to it. The values of MinIO name the class, and a volume waits for ever for one that nobody made.");
  });

  test("S3 outside needs no class and offers no known room", () => {
    const answers = referenceAnswers({ [target]: "s3" });
    expect(valueOf(backupNeed, answers, "seed").offered).toBeUndefined();
    expect(cellOf(backupClass, answers, "seed").outcome.kind).toBe("not-applicable");
  });

  test("a schedule of one's own changes room and reach", () => {
    const own = { "storage.schedule": "own", "storage.interval": 60, "storage.kept": 48 };
    // 12 × 97 × 0.1 × 0.5 × 1.2 = 69.84
    expect(valueOf(backupNeed, referenceAnswers(own), "seed")).toMatchObject({ needed: 69.8, interval: 60, kept: 48, coverage: 2880 });
  });

  test("larger user clusters have larger databases and volumes", () => {
    const several = {
      "infrastructure.clusterSizes": "several",
      [clusters]: 20,
      "infrastructure.datacenters.fra-vsphere.mediumClusters": 5,
      "infrastructure.datacenters.fra-vsphere.largeClusters": 1,
    };
    const need = valueOf(backupNeed, referenceAnswers(several), "seed");
    // (20 × 0.1 + 5 × 0.5 + 1) × 41 × 0.5 × 1.2 = 135.3
    expect(need.needed).toBe(135.3);
    expect(need.arithmetic).toContain("(20 × 0.1 GiB + 5 × 0.5 GiB + 1 × 1 GiB) × 41 snapshots × 0.5 × 1.2");
    // 60 × 5 + 15 × 10 + 3 × 20
    expect(valueOf(etcdVolumeNeeds, referenceAnswers(several), "seed").map(({ total }) => total)).toEqual([300, 150, 60]);
  });

  test("the bucket of S3 outside has a name", () => {
    expect(valueOf(backupNeed, referenceAnswers({ [target]: "s3" }), "seed").target).toBe("S3 outside the cluster, bucket kkpbackup");
    expect(valueOf(backupNeed, referenceAnswers({ [target]: "s3", "storage.clusters.seed.bucket": "etcd-fra" }), "seed").target).toContain("etcd-fra");
  });

  test("ratio and room of one's own change the bucket", () => {
    const own = { "infrastructure.planningValues": "own", "infrastructure.snapshotRatio": 100, "infrastructure.backupReserve": 50 };
    // 12 × 41 × 0.1 × 1 × 1.5 = 73.8
    expect(valueOf(backupNeed, referenceAnswers(own), "seed").needed).toBe(73.8);
  });

  test("the slow disks of AWS have 125 GiB at least, and the class names them", () => {
    const aws = referenceAnswers({ "infrastructure.clusters.seed.provider": "aws" });
    expect(valueOf(backupClass, aws, "seed")[0]).toMatchObject({ parameters: { type: "sc1" }, capacity: 125 });
    expect(valueOf(plannedBackupVolume, referenceAnswers({ "infrastructure.clusters.seed.provider": "aws", [fastDriver]: "other" }), "seed")).toBe(100);
  });

  test("where the storage team names the disks, both classes say by which parameter", () => {
    const demands = [fastClass, backupClass].map((rule) => valueOf(rule, referenceAnswers(), "seed")[0]?.demands.at(-1));
    expect(demands).toEqual([0, 1].map(() => "The parameter storagepolicyname names what serves it on vSphere; left out, the default of vSphere decides"));
  });

  test("no backup is not applicable", () => {
    expect(cellOf(backupNeed, referenceAnswers({ [target]: "none" }), "seed").outcome).toEqual({ kind: "not-applicable", why: "No backup is planned." });
  });
});

test("the plan lists every volume once", () => {
  const { volumes, classes } = referencePlan().storage;
  expect(volumes.map(({ title, count, size, total }) => [title, count, size, total])).toEqual([
    ["etcd of user clusters", 36, 5, 180],
    ["Prometheus", 2, 100, 200],
    ["Alertmanager", 3, 0.1, 0.3],
    ["Loki", 1, 15, 15],
    ["MinIO of the user-cluster MLA", 1, 50, 50],
    ["Grafana of the user-cluster MLA", 1, 10, 10],
    ["Cortex ingesters", 3, 10, 30],
    ["Cortex alertmanagers", 2, 2, 4],
    ["Cortex compactor and store-gateway", 2, 2, 4],
    ["Loki ingesters", 3, 10, 30],
    ["Loki querier", 1, 10, 10],
    ["Consul", 3, 10, 30],
    ["MinIO for backups", 1, 100, 100],
  ]);
  expect(new Set(volumes.map(({ id }) => id)).size).toBe(volumes.length);
  expect(classes.map(({ name, capacity }) => [name, capacity])).toEqual([["kubermatic-fast", 563.3], ["kubermatic-backup", 100]]);
});

describe("classes of Nutanix", () => {
  const onNutanix = (container?: string) => referenceAnswers({ "infrastructure.clusters.seed.provider": "nutanix", "storage.clusters.seed.fastClass": "provider", "infrastructure.clusters.seed.nutanixContainer": container });
  const secret = (part: string) => ({ [`csi.storage.k8s.io/${part}-secret-name`]: "ntnx-secret", [`csi.storage.k8s.io/${part}-secret-namespace`]: "kube-system" });
  const fixed = { storageType: "NutanixVolumes", ...secret("provisioner"), ...secret("node-publish"), ...secret("controller-expand"), "csi.storage.k8s.io/fstype": "xfs", isSegmentedIscsiNetwork: "false" };

  test("carry the Secret of the driver for each call, and the container that the storage team names", () => {
    expect(valueOf(fastClass, onNutanix("platform"), "seed")[0]).toMatchObject({ parameters: fixed, named: { storageContainer: { kind: "known", value: "platform" } } });
  });

  test("show that nobody has named the container, since the classes of KubeOne and KKP name two different ones", () => {
    const [need] = valueOf(fastClass, onNutanix(), "seed");
    expect(need?.parameters).toEqual(fixed);
    expect(need?.named).toMatchObject({ storageContainer: { kind: "open" } });
    expect(planFrom(onNutanix()).openPoints.map(({ path }) => path)).toContain("infrastructure.clusters.seed.nutanixContainer");
  });
});

describe("classes of KubeVirt", () => {
  const onKubevirt = (storageClass?: string) => referenceAnswers({ "infrastructure.clusters.seed.provider": "kubevirt", "storage.clusters.seed.fastClass": "provider", "infrastructure.places.main.kubevirtStorageClass": storageClass });

  test("lead to the class of the KubeVirt cluster that the storage team names", () => {
    const answers = changed(onKubevirt("ceph"), { "storage.clusters.seed.backupStorage": "ceph-hdd" });
    for (const [of, value] of [[fastClass, "ceph"], [backupClass, "ceph-hdd"]] as const) expect(valueOf(of, answers, "seed")[0]).toMatchObject({ provisioner: { kind: "known", value: "csi.kubevirt.io" }, parameters: { bus: "scsi" }, named: { infraStorageClassName: { kind: "known", value } } });
    expect(valueOf(backupClass, onKubevirt("ceph"), "seed")[0]?.named).toMatchObject({ infraStorageClassName: { kind: "open" } });
    const plan = planFrom(onKubevirt("ceph"));
    const row = plan.storage.classes.find(({ name }) => name === "kubermatic-fast");
    expect(row && explain(plan, row).answers.map(({ path }) => path)).toContain("infrastructure.places.main.kubevirtStorageClass");
  });

  test("show that nobody has named it", () => {
    expect(valueOf(fastClass, onKubevirt(), "seed")[0]?.named).toMatchObject({ infraStorageClassName: { kind: "open" } });
  });
});
