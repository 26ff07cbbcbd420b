import { describe, expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { findingsOf, referenceAnswers } from "../../testing/reference.ts";
import { bucketName } from "./bucket-name.ts";
import { shortReach } from "./backup-reach.ts";
import { driverName } from "./driver-name.ts";
import { mirrorWithoutMinio } from "./mirror-without-minio.ts";
import { nothingToSave } from "./nothing-to-save.ts";
import { sharedStorageNetwork } from "./shared-storage-network.ts";

const all = [shortReach, driverName, mirrorWithoutMinio, sharedStorageNetwork, bucketName];
const seed = "storage.clusters.seed";

test.each(starterNames)("%s: silent", (name) => {
  expect(all.flatMap((check) => findingsOf(check, starterAnswers(name))).map(({ id }) => id)).toEqual([]);
});

test("a bucket has a name that S3 takes", () => {
  const named = (bucket: string) => findingsOf(bucketName, referenceAnswers({ [`${seed}.backupTarget`]: "s3", [`${seed}.bucket`]: bucket }));
  for (const good of ["kkpbackup", "kkp.backup-1", "abc", "a".repeat(63)]) expect(named(good)).toEqual([]);
  for (const bad of ["KKP", "kkp backup", "ab", "-kkp", "kkp_backup", "kkp..backup", "10.20.0.9", "a".repeat(64)]) expect(named(bad)).toMatchObject([{ severity: "blocker", fixes: [{ set: [{ value: "kkpbackup" }] }] }]);
  expect(findingsOf(bucketName, referenceAnswers({ [`${seed}.bucket`]: "KKP" }))).toEqual([]);
});

test("etcd behind the shared network is a warning with a way out", () => {
  expect(findingsOf(sharedStorageNetwork, referenceAnswers({ [`${seed}.storageNetwork`]: "shared" }))).toMatchObject([{ fixes: [{ set: [{ value: "dedicated" }] }] }]);
  expect(findingsOf(sharedStorageNetwork, referenceAnswers({ [`${seed}.storageNetwork`]: "local" }))).toEqual([]);
});

describe("names of drivers", () => {
  test.each([
    ["kubernetes.io/vsphere-volume", "blocker"],
    ["driver.longhorn.io", "warning"],
    ["rancher.io/local-path", "warning"],
  ])("%s: %s", (driver, severity) => {
    expect(findingsOf(driverName, referenceAnswers({ [`${seed}.driver`]: driver }))).toMatchObject([{ severity }]);
  });

  test("a vendor's driver is fine", () => {
    expect(findingsOf(driverName, referenceAnswers({ [`${seed}.driver`]: "csi.trident.netapp.io" }))).toEqual([]);
  });
});

test("a copy needs a MinIO", () => {
  const mirror = { "storage.further": ["mirror"] };
  expect(findingsOf(mirrorWithoutMinio, referenceAnswers(mirror))).toEqual([]);
  const [outside] = findingsOf(mirrorWithoutMinio, referenceAnswers({ ...mirror, [`${seed}.backupTarget`]: "s3" }));
  expect(outside?.message).toBe("seed sends etcd backups outside already, so no MinIO stands in a cluster.");
  expect(outside?.fixes.map(({ set }) => set[0]?.value)).toEqual([[]]);
  const [off] = findingsOf(mirrorWithoutMinio, referenceAnswers({ ...mirror, [`${seed}.backupTarget`]: "none" }));
  expect(off?.message).toBe("seed has etcd backups switched off, so no MinIO stands in a cluster.");
  expect(off?.remedy).toBe("Leave the copy out, or keep the backups of seed in MinIO.");
});

test("only what is there can be saved", () => {
  const further = { "storage.further": ["velero", "platform-etcd", "machines", "mla"] };
  expect(findingsOf(nothingToSave, referenceAnswers(further))).toEqual([]);
  const managed = { "infrastructure.clusters.seed.provisioning": "managed" };
  expect(findingsOf(nothingToSave, referenceAnswers({ ...further, ...managed }))).toMatchObject([{ title: "Nothing to back up: etcd and PKI of master and Seeds and control-plane machines", fixes: [{ set: [{ value: ["velero", "mla"] }] }] }]);
  expect(findingsOf(nothingToSave, referenceAnswers({ ...further, "monitoring.mla": false }))).toMatchObject([{ message: "Master and Seeds run no MLA, so it has no volumes." }]);
});

test("12 snapshots every 30 minutes reach back 360 minutes, 14 are needed", () => {
  const own = (kept: number) => findingsOf(shortReach, referenceAnswers({ "storage.schedule": "own", "storage.interval": 30, "storage.kept": kept }));
  expect(own(14)).toEqual([]);
  expect(own(12)).toMatchObject([{ check: "storage.backup-reach", fixes: [{ set: [{ path: "storage.kept", value: 14 }] }] }]);
});

test("400 minutes are far enough, and 50 snapshots are the most that are kept", () => {
  const own = (interval: number, kept: number) => findingsOf(shortReach, referenceAnswers({ "storage.schedule": "own", "storage.interval": interval, "storage.kept": kept }));
  expect(own(40, 10)).toEqual([]);
  expect(own(8, 20)).toMatchObject([{ remedy: "Keep 50 snapshots, or take them less often.", fixes: [{ set: [{ path: "storage.kept", value: 50 }] }] }]);
  expect(own(7, 20)).toMatchObject([{ remedy: "Take snapshots less often; KKP keeps 50 at most.", fixes: [] }]);
});
