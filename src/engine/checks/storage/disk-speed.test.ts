import { expect, test } from "vitest";
import { starterAnswers, starterNames } from "../../../../tests/support/starter-plans.ts";
import { findingsOf, referenceAnswers, valueOf } from "../../testing/reference.ts";
import { classFields } from "../../rules/settings/backups.ts";
import { diskSpeed } from "./disk-speed.ts";

const provider = "infrastructure.clusters.seed.provider";
const fastClass = "storage.clusters.seed.fastClass";
const clusters = "infrastructure.datacenters.fra-vsphere.smallClusters";

test("speaks in the starter plans whose Seeds keep etcd on disks of AWS or Azure, and in no other", () => {
  expect(starterNames.filter((name) => findingsOf(diskSpeed, starterAnswers(name)).length > 0)).toEqual(["aws-single-region", "azure-keycloak", "vsphere-plus-azure-seed"]);
});

test("gp3 of 5 GiB serves 3,000 IOPS, and orders of more need larger volumes", () => {
  const [finding] = findingsOf(diskSpeed, referenceAnswers({ [provider]: "aws" }));
  expect(finding).toMatchObject({ check: "storage.disk-speed", severity: "advice", fixes: [], answers: [fastClass, provider] });
  expect(finding?.message).toContain("A gp3 disk of 5 GiB serves 3,000 IOPS; the large class of etcd, which kubermatic-fast is planned by, has 8,000");
  // 8,000 / 500 and 3,000 / 500
  expect(finding?.remedy).toContain("8,000 take volumes of 16 GiB, and a class with it makes none below 6 GiB");
});

test("Premium_LRS of 5 GiB serves less than etcd wants under load", () => {
  const [finding] = findingsOf(diskSpeed, referenceAnswers({ [provider]: "azure" }));
  expect(finding).toMatchObject({ severity: "warning" });
  expect(finding?.message).toContain("A Premium_LRS disk of 5 GiB serves 120 IOPS for long and 3,500 in bursts");
  expect(finding?.remedy).toContain("PremiumV2_LRS");
});

test.each<[string, Parameters<typeof referenceAnswers>[0]]>([
  ["a driver of another vendor", { [provider]: "azure", [fastClass]: "other" }],
  ["disks whose speed nobody stated", { [provider]: "hetzner" }],
  ["no user cluster", { [provider]: "azure", [clusters]: 0 }],
])("silent with %s", (_name, changes) => {
  expect(findingsOf(diskSpeed, referenceAnswers(changes))).toEqual([]);
});

test("a class that is written by hand on AWS lets volumes grow, and the installer's on vSphere does not", () => {
  const grows = (changes: Parameters<typeof referenceAnswers>[0]) => valueOf(classFields, referenceAnswers(changes), "seed").some(({ field }) => field === "allowVolumeExpansion");
  expect(grows({ [provider]: "aws" })).toBe(true);
  expect(grows({})).toBe(false);
});
