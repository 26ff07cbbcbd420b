import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { backupReserve, backupSchedule, backupWorstCase, minioBucket, snapshotRatio } from "../../facts/backup.ts";
import { smallProfile } from "../../facts/sizing.ts";
import { minioVolume } from "../../facts/storage.ts";
import { rule } from "../../kernel/rule.ts";
import type { BackupNeed } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { clusterName, userClustersOf } from "../basics/platform.ts";

/** Snapshots of user-cluster etcd: schedule, reach and room, with the arithmetic. */
export const backupNeed = rule<BackupNeed>({
  id: "storage.backup",
  title: "Backups of user-cluster etcd",
  per: "cluster",
  sources: ["kkp.etcd-backups"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    const target = read.answer(storage.cluster.backupTarget, cluster);
    if (target === "none") return read.notApplicable("No backup is planned.");
    const clusters = read.rule(userClustersOf, cluster);
    const { interval, kept } = read.fact(backupSchedule);
    const { times, more } = read.fact(backupWorstCase);
    const { database } = read.fact(smallProfile);
    const ratio = read.fact(snapshotRatio);
    const reserve = read.fact(backupReserve);
    const most = times * kept + more;
    const needed = Math.round(clusters * most * database * ratio * reserve * 10) / 10;
    const name = clusterName(read, cluster);
    return {
      id: `backup[${cluster}]`,
      cluster,
      target: target === "minio" ? `MinIO in ${name}, ${read.fact(minioBucket).endpoint}` : "S3 outside the cluster",
      needed,
      ...(target === "minio" ? { offered: read.fact(minioVolume).size } : {}),
      interval,
      kept,
      coverage: kept * interval,
      arithmetic: `${formatCount(clusters, "user cluster")} × ${most} snapshots × ${database} GiB × ${ratio} × ${reserve} = ${formatFigure(needed)} GiB. ${most} is the most that can be there at once: ${times} × ${kept} + ${more}.`,
      from: read.cell,
      why: `A lost user cluster of ${name} comes back as it was at most ${interval} minutes before; ${kept} snapshots reach back ${kept * interval} minutes.`,
    };
  },
});

/** GiB of the volume for the backup MinIO: the chart's default, or what the backups need where that is more. */
export const plannedBackupVolume = rule<number>({
  id: "storage.backup-volume",
  title: "Size of the backup volume",
  per: "cluster",
  sources: ["kkp.code.minio-values"],
  derive: (read, cluster) => Math.max(read.fact(minioVolume).size, Math.ceil(read.rule(backupNeed, cluster).needed)),
});
