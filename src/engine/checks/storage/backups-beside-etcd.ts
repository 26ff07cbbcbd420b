import { backup } from "../../answers/chapters/backup.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { backupClass, driverOf } from "../../rules/storage/classes.ts";

/** Backups on the storage that keeps the etcd they save. */
export const backupsBesideEtcd = check({
  id: "storage.backups-beside-etcd",
  title: "Backups lie on other storage than etcd",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.add-seed"],
  examine: (read, cluster, report) => {
    if (read.optionalRule(backupClass, cluster) === undefined) return;
    const [fast, slow] = (["fast", "backup"] as const).map((use) => Object.entries(driverOf(read, cluster, use).named ?? {}));
    const same = (fast ?? []).flatMap(([parameter, value]) => {
      const other = (slow ?? []).find(([name]) => name === parameter)?.[1];
      return value.kind === "known" && other?.kind === "known" && value.value === other.value ? [{ parameter, value: value.value }] : [];
    });
    const [first] = same;
    if (!first) return;
    const [named, target] = [read.path(backup.cluster.backupStorage, cluster), read.path(storage.cluster.backupTarget, cluster)];
    const name = clusterName(read, cluster);
    report({
      title: `Backups of ${name} lie on the storage of its etcd`,
      message: `kubermatic-fast and kubermatic-backup of ${name} both name ${first.value} as ${first.parameter}: a fault of that storage takes the etcd of user clusters and every snapshot of it.`,
      remedy: "Name storage at another location for kubermatic-backup, or send backups to S3 outside.",
      fixes: [{ title: "Back up to S3 outside", set: [{ path: target, value: "s3" }] }],
      answers: [named, target],
    });
  },
});
