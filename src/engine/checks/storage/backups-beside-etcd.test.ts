import { expect, test } from "vitest";
import { findingsOf, referenceAnswers, type Changes } from "../../testing/reference.ts";
import { backupsBesideEtcd } from "./backups-beside-etcd.ts";

const named = "storage.clusters.seed.backupStorage";
const ON_KUBEVIRT: Changes = {
  "infrastructure.clusters.seed.provider": "kubevirt",
  "storage.clusters.seed.fastClass": "provider",
  "storage.clusters.seed.backupTarget": "minio",
  "infrastructure.places.main.kubevirtStorageClass": "ceph-ssd",
};
const ON_NUTANIX: Changes = { ...ON_KUBEVIRT, "infrastructure.clusters.seed.provider": "nutanix", "infrastructure.clusters.seed.nutanixContainer": "ssd" };
const found = (changes: Changes) => findingsOf(backupsBesideEtcd, referenceAnswers(changes));

test("the same class of the KubeVirt cluster under both is a warning, with a way out", () => {
  expect(found({ ...ON_KUBEVIRT, [named]: "ceph-ssd" })).toMatchObject([
    { check: "storage.backups-beside-etcd", severity: "warning", title: "Backups of seed lie on the storage of its etcd", answers: [named, "storage.clusters.seed.backupTarget"], fixes: [{ set: [{ value: "s3" }] }] },
  ]);
});

test("the same container of Nutanix is one", () => expect(found({ ...ON_NUTANIX, [named]: "ssd" })[0]?.message).toContain("both name ssd as storageContainer"));

test.each<[string, Changes]>([
  ["other storage", { ...ON_KUBEVIRT, [named]: "ceph-hdd" }],
  ["storage that nobody has named", ON_KUBEVIRT],
  ["a class of etcd that nobody has named", { ...ON_KUBEVIRT, "infrastructure.places.main.kubevirtStorageClass": undefined, [named]: "ceph-ssd" }],
  ["backups outside", { ...ON_KUBEVIRT, [named]: "ceph-ssd", "storage.clusters.seed.backupTarget": "s3" }],
  ["a driver of one's own", { ...ON_KUBEVIRT, [named]: "ceph-ssd", "storage.clusters.seed.fastClass": "other" }],
  ["infrastructure whose classes name no storage", { [named]: "ceph-ssd" }],
])("%s is none", (_name, changes) => expect(found(changes)).toEqual([]));
