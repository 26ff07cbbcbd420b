import { expect, test } from "vitest";
import { referenceAnswers, valueOf, type Changes } from "../../testing/reference.ts";
import { classFields } from "../settings/backups.ts";
import { fastClass } from "./classes.ts";

const provider = "infrastructure.clusters.seed.provider";
const driver = "storage.clusters.seed.fastClass";

const shortOf = (changes: Changes) => valueOf(fastClass, referenceAnswers(changes), "seed")[0]?.demands.filter((demand) => demand.startsWith("Short of that"));

test("gp3 of 5 GiB serves 3,000 IOPS, and orders of more need larger volumes", () => {
  const [demand] = shortOf({ [provider]: "aws" }) ?? [];
  expect(demand).toContain("a gp3 disk of 5 GiB, as etcd gets here, serves 3,000 IOPS.");
  // 8,000 / 500 and 3,000 / 500
  expect(demand).toContain("8,000 take volumes of 16 GiB, and a class with it makes none below 6 GiB");
});

test("Premium_LRS of 5 GiB serves 120 IOPS for long, and another disk takes orders", () => {
  const [demand] = shortOf({ [provider]: "azure" }) ?? [];
  expect(demand).toContain("a Premium_LRS disk of 5 GiB, as etcd gets here, serves 120 IOPS for long and 3,500 in bursts");
  // 8,000 / 500
  expect(demand).toContain("a PremiumV2_LRS disk serves 3,000 at any size, and the parameter DiskIOPSReadWrite orders more, 500 at most for each GiB: 8,000 take volumes of 16 GiB; in most regions with zones it is attached to machines in zones alone");
});

test.each<[string, Changes]>([
  ["a driver of another vendor", { [provider]: "azure", [driver]: "other" }],
  ["disks whose speed nobody stated", { [provider]: "hetzner" }],
  ["no user cluster", { [provider]: "azure", "infrastructure.datacenters.fra-vsphere.smallClusters": 0 }],
])("nothing is said of %s", (_name, changes) => {
  expect(shortOf(changes)).toEqual([]);
});

test.each([
  ["AWS", { [provider]: "aws" }, true],
  ["Google Cloud", { [provider]: "gcp" }, true],
  ["vSphere", {}, true],
  ["KubeVirt, of which no source says it", { [provider]: "kubevirt" }, false],
])("a class lets volumes grow on %s as its driver can", (_name, changes, grows) => {
  expect(valueOf(classFields, referenceAnswers(changes), "seed").some(({ field }) => field === "allowVolumeExpansion")).toBe(grows);
});
