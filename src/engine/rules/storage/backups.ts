import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { backup } from "../../answers/chapters/backup.ts";
import { planning } from "../../answers/chapters/planning.ts";
import { runningVolumes } from "../../answers/chapters/running-volumes.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { backupReserve, backupSchedule, backupWorstCase, etcdRestore, minioBucket, snapshotRatio } from "../../facts/backup.ts";
import { largeProfile, mediumProfile, smallProfile } from "../../facts/sizing/user-cluster-requests.ts";
import { minioVolume, smallVolumeLimit } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { BackupNeed } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { comesNew, isRunning } from "../basics/new-with-upgrade.ts";
import { clusterName, clustersBySize, installedRelease, type ClusterCounts } from "../basics/platform.ts";

/** Interval in minutes and number of snapshots, as the product has them or as they are set. */
export const etcdSchedule = rule<{ readonly interval: number; readonly kept: number }>({
  id: "storage.etcd-schedule",
  title: "Schedule of etcd backups",
  per: "plan",
  sources: ["kkp.etcd-backups"],
  derive: (read) =>
    read.answer(backup.plan.schedule) === "own" ? { interval: read.answer(backup.plan.interval), kept: read.answer(backup.plan.kept) } : read.fact(backupSchedule),
});

/** Size of a packed snapshot beside its database, and room that is kept: as planned, or as the answers have it. */
function planningOf(read: Reader): { readonly ratio: number; readonly reserve: number } {
  if (read.answer(sizing.plan.planningValues) === "groundplan") return { ratio: read.fact(snapshotRatio), reserve: read.fact(backupReserve) };
  return { ratio: read.answer(planning.plan.snapshotRatio) / 100, reserve: 1 + read.answer(planning.plan.backupReserve) / 100 };
}

/** GiB of all databases, and the words for the arithmetic. */
function databasesOf(read: Reader, { small, medium, large }: ClusterCounts): { readonly total: number; readonly words: (most: number) => string } {
  const each = read.fact(smallProfile).database;
  if (medium + large === 0) return { total: small * each, words: (most) => `${formatCount(small, "user cluster")} × ${most} snapshots × ${each} GiB` };
  const [middle, big] = [read.fact(mediumProfile).database, read.fact(largeProfile).database];
  const total = small * each + medium * middle + large * big;
  return { total, words: (most) => `(${small} × ${each} GiB + ${medium} × ${middle} GiB + ${large} × ${big} GiB) × ${most} snapshots` };
}

/** Whether a MinIO of backups is made anew; not so while nobody says whether a platform runs. */
function isMade(read: Reader): boolean {
  const { kind } = read.outcome(installedRelease);
  return kind === "not-applicable" || (kind === "known" && comesNew(read, "backups"));
}

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
    const counts = read.rule(clustersBySize, cluster);
    const { interval, kept } = read.rule(etcdSchedule);
    const { times, more } = read.fact(backupWorstCase);
    const { needs, without } = read.fact(etcdRestore);
    const { ratio, reserve } = planningOf(read);
    const most = times * kept + more;
    const databases = databasesOf(read, counts);
    const needed = Math.round(databases.total * most * ratio * reserve * 10) / 10;
    const name = clusterName(read, cluster);
    return {
      id: `backup[${cluster}]`,
      cluster,
      target: target === "minio" ? `MinIO in the cluster, ${read.fact(minioBucket).endpoint}` : `S3 outside the cluster, bucket ${read.answer(backup.cluster.bucket, cluster)}`,
      needed,
      // Until it is known whether a MinIO runs, nothing says that the chart's own volume holds.
      ...(target === "minio" && isMade(read) ? { offered: read.fact(minioVolume).size } : {}),
      interval,
      kept,
      coverage: kept * interval,
      arithmetic: `${databases.words(most)} × ${ratio} × ${reserve} = ${formatFigure(needed)} GiB. ${most} is the most that can be there at once: ${times} × ${kept} + ${more}.`,
      from: read.cell,
      why: `The etcd of a lost user cluster of ${name} comes back as it was at most ${interval} minutes before, where it ran the ${needs}, and ${without} are not in it; ${kept} snapshots reach back ${formatCount(kept * interval, "minute")}.`,
    };
  },
});

/** GiB that the disk type of the class for backups has at least; 0 where nothing bounds it. */
function leastDisk(read: Reader, cluster: string): number {
  if (read.answer(storage.cluster.fastClass, cluster) === "other") return 0;
  const { csi }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
  const type = csi?.backupParameters?.["type"];
  return type === undefined ? 0 : (read.fact(smallVolumeLimit).least[type] ?? 0);
}

/** GiB of the volume for the backup MinIO: that of the one that runs; for a new one the chart's default, or more where the backups or the disk type need it. */
export const plannedBackupVolume = rule<number>({
  id: "storage.backup-volume",
  title: "Size of the backup volume",
  per: "cluster",
  sources: ["kkp.code.minio-values"],
  derive: (read, cluster) => isRunning(read, "backups") ? read.answer(runningVolumes.cluster.minioSize, cluster) : Math.max(read.fact(minioVolume).size, leastDisk(read, cluster), Math.ceil(read.rule(backupNeed, cluster).needed)),
});
