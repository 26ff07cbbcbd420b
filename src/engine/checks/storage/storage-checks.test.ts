import { expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { backupVolume } from "./backup-volume.ts";
import { noBackup } from "./no-backup.ts";

const target = "storage.clusters.seed.backupTarget";
const clusters = "infrastructure.datacenters.fra-vsphere.smallClusters";

test.each(starterNames)("%s: silent", (name) => {
  for (const check of [noBackup, backupVolume]) expect(findingsOf(check, starterAnswers(name))).toEqual([]);
});

test("no backup is a warning with two ways out", () => {
  const [finding] = findingsOf(noBackup, referenceAnswers({ [target]: "none" }));
  expect(finding).toMatchObject({ check: "storage.no-backup", severity: "warning", answers: [target] });
  expect(finding?.message).toContain("12 user clusters of seed cannot be restored");
  expect(finding?.fixes.map(({ set }) => set[0]?.value)).toEqual(["s3", "minio"]);
});

test("40 user clusters fit on 100 GiB, 41 need 100.9", () => {
  // 40 × 41 × 0.1 × 0.5 × 1.2 = 98.4; 41 × 2.46 = 100.86
  expect(findingsOf(backupVolume, referenceAnswers({ [clusters]: 40 }))).toEqual([]);
  const [finding] = findingsOf(backupVolume, referenceAnswers({ [clusters]: 41 }));
  expect(finding).toMatchObject({ check: "storage.backup-volume", severity: "warning", answers: [target, clusters] });
  expect(finding?.message).toContain("need 100.9 GiB; the chart of MinIO asks for 100 GiB");
  expect(finding?.remedy).toContain("minio.storeSize to 101Gi");
});

test("S3 outside has no such volume", () => {
  expect(findingsOf(backupVolume, referenceAnswers({ [clusters]: 5000, [target]: "s3" }))).toEqual([]);
});

const RUNS = { "project.release": "2.31", "project.upgradeFrom": "2.30" };
const size = "storage.clusters.seed.minioSize";

test("an upgrade compares with the claim that runs, and writes nothing before an installation that was long ago", () => {
  // 41 × 2.46 = 100.86
  expect(findingsOf(backupVolume, referenceAnswers({ ...RUNS, [clusters]: 41 }))).toEqual([]);
  expect(findingsOf(backupVolume, referenceAnswers({ ...RUNS, [clusters]: 41, [size]: 200 }))).toEqual([]);
  const [finding] = findingsOf(backupVolume, referenceAnswers({ ...RUNS, [clusters]: 41, [size]: 100 }));
  expect(finding).toMatchObject({ title: "Backups of seed need more than the volume that runs", answers: [target, size, clusters] });
  expect(finding?.message).toBe("Snapshots of seed need 100.9 GiB; the claim minio-data has 100 GiB.");
  expect(finding?.remedy).toBe("Where the class of minio-data lets volumes grow, state 101 GiB as its size: the upgrade makes it grow to that. Where it does not, keep fewer snapshots or send backups to S3 outside.");
});

test("a claim that backups fill to the last GiB holds them", () => {
  // 50 × 2.46 = 123
  expect(findingsOf(backupVolume, referenceAnswers({ ...RUNS, [clusters]: 50, [size]: 123 }))).toEqual([]);
  expect(findingsOf(backupVolume, referenceAnswers({ ...RUNS, [clusters]: 50, [size]: 122 }))).toHaveLength(1);
});

test("backups of an upgrade that leave the cluster fill no claim", () => {
  expect(findingsOf(backupVolume, referenceAnswers({ ...RUNS, [clusters]: 5000, [target]: "s3", [size]: 1 }))).toEqual([]);
});
