import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { runningVolumes } from "../../answers/chapters/running-volumes.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { minioClaim } from "../../facts/storage.ts";
import { check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isRunning } from "../../rules/basics/new-with-upgrade.ts";
import { clusterName, datacentersOf } from "../../rules/basics/platform.ts";
import { backupNeed, plannedBackupVolume } from "../../rules/storage/backups.ts";
import { formatFigure } from "../../values/figures.ts";
import { quantity } from "../../values/quantity.ts";

/** The volume of a new MinIO as the chart has it, or the one that runs; undefined where backups leave the cluster. */
function volumeOf(read: Reader, cluster: string) {
  const { needed, offered } = read.rule(backupNeed, cluster);
  const larger = (to: number): string => quantity(to, "Gi");
  if (!isRunning(read, "backups")) {
    return offered === undefined ? undefined : {
      needed,
      offered,
      what: "the default volume",
      has: `the chart of MinIO asks for ${formatFigure(offered)} GiB unless told otherwise`,
      // What the plan writes is read only where the finding is reported.
      remedy: () => `Set minio.storeSize to ${larger(read.rule(plannedBackupVolume, cluster))} before the installation, as the storage chapter plans it, or send backups to S3 outside.`,
      answers: [],
    };
  }
  if (read.answer(storage.cluster.backupTarget, cluster) !== "minio") return undefined;
  const runs = read.answer(runningVolumes.cluster.minioSize, cluster);
  const { name } = read.fact(minioClaim);
  return {
    needed,
    offered: runs,
    what: "the volume that runs",
    has: `the claim ${name} has ${formatFigure(runs)} GiB`,
    remedy: () => `Where the class of ${name} lets volumes grow, state ${Math.ceil(needed)} GiB as its size: the upgrade makes it grow to that. Where it does not, keep fewer snapshots or send backups to S3 outside.`,
    answers: [read.path(runningVolumes.cluster.minioSize, cluster)],
  };
}

/** Backups that outgrow the volume which the chart asks for, or the one that runs. */
export const backupVolume = check({
  id: "storage.backup-volume",
  title: "Backups fit on the volume",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.code.minio-values", "kkp.code.etcd-backup"],
  examine: (read, cluster, report) => {
    const volume = volumeOf(read, cluster);
    if (volume === undefined || volume.needed <= volume.offered) return;
    const path = read.path(storage.cluster.backupTarget, cluster);
    const name = clusterName(read, cluster);
    report({
      title: `Backups of ${name} need more than ${volume.what}`,
      message: `Snapshots of ${name} need ${formatFigure(volume.needed)} GiB; ${volume.has}.`,
      remedy: volume.remedy(),
      fixes: [{ title: "Back up to S3 outside", set: [{ path, value: "s3" }] }],
      answers: [path, ...volume.answers, ...read.rule(datacentersOf, cluster).map((datacenter) => read.path(infrastructure.datacenter.smallClusters, datacenter))],
    });
  },
});
