import { expect, test } from "vitest";
import { findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { volumeLargerThanDisk } from "./volume-larger-than-disk.ts";

const found = (changes: Changes) => findingsOf(volumeLargerThanDisk, referenceAnswers({ "storage.clusters.seed.fastClass": "provider", ...changes }));
const target = "storage.clusters.seed.backupTarget";
const clusters = "infrastructure.datacenters.fra-vsphere.smallClusters";
const provider = "infrastructure.clusters.seed.provider";

test.each<[string, number, number]>([
  // A user cluster brings 2.46 GiB of snapshots: 6660 of them 16,383.6 GiB, which is a volume of 16,384; 6661 bring 16,386.06.
  ["digitalocean", 6660, 6661],
  ["aws", 6660, 6661],
])("the largest disk of %s still holds the backups of %i user clusters, and not of %i", (id, most, more) => {
  expect(found({ [provider]: id, [target]: "minio", [clusters]: most })).toEqual([]);
  const [finding] = found({ [provider]: id, [target]: "minio", [clusters]: more });
  expect(finding).toMatchObject({ severity: "blocker", fixes: [{ set: [{ path: target, value: "s3" }] }] });
  expect(finding?.message).toMatch(/^The volume needs 16,387 GiB, and .+ makes disks of up to 16,384 GiB:/);
  expect(found({ [provider]: id, [target]: "s3", [clusters]: more })).toEqual([]);
});

test("another driver, and an infrastructure of the customer's own, set no limit that the plan knows", () => {
  expect(found({ [provider]: "aws", [target]: "minio", [clusters]: 6661, "storage.clusters.seed.fastClass": "other" })).toEqual([]);
  expect(found({ [provider]: "vsphere", [target]: "minio", [clusters]: 6661 })).toEqual([]);
});
