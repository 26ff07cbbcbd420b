import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, datacentersOf } from "../../rules/basics/platform.ts";
import { backupNeed, plannedBackupVolume } from "../../rules/storage/backups.ts";
import { formatFigure } from "../../values/figures.ts";
import { quantity } from "../../values/quantity.ts";

/** Backups that outgrow the volume which the chart asks for. */
export const backupVolume = check({
  id: "storage.backup-volume",
  title: "Backups fit on the volume",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.code.minio-values", "kkp.code.etcd-backup"],
  examine: (read, cluster, report) => {
    const { needed, offered } = read.rule(backupNeed, cluster);
    if (offered === undefined || needed <= offered) return;
    const path = read.path(storage.cluster.backupTarget, cluster);
    const name = clusterName(read, cluster);
    report({
      title: `Backups of ${name} need more than the default volume`,
      message: `Snapshots of ${name} need ${formatFigure(needed)} GiB; the chart of MinIO asks for ${formatFigure(offered)} GiB unless told otherwise.`,
      remedy: `Set minio.storeSize to ${quantity(read.rule(plannedBackupVolume, cluster), "Gi")} before the installation, as the storage chapter plans it, or send backups to S3 outside.`,
      fixes: [{ title: "Back up to S3 outside", set: [{ path, value: "s3" }] }],
      answers: [path, ...read.rule(datacentersOf, cluster).map((datacenter) => read.path(infrastructure.datacenter.smallClusters, datacenter))],
    });
  },
});
