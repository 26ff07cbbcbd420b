import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { runningVolumes } from "../../answers/chapters/running-volumes.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { largeProfile, mediumProfile } from "../../facts/sizing/user-cluster-requests.ts";
import { etcdVolumes, minioVolume, type Volumes } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { VolumeNeed } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { clusterName, clustersBySize } from "../basics/platform.ts";
import { figureOf } from "../sizing/figures.ts";
import { limitsOf } from "./driver-limits.ts";
import { backupNeed, plannedBackupVolume } from "./backups.ts";

export const round = (gib: number): number => Math.round(gib * 10) / 10;
export const NO_SEED = "User clusters live in Seeds only.";

export const isSeed = (read: Reader, cluster: string): boolean => read.answer(infrastructure.cluster.role, cluster) !== "master";

/** Id of a row of volumes. */
export const volumeId = (word: string, cluster: string): string => `volume.${word}[${cluster}]`;

/** One row of volumes. */
export function row(read: Reader, cluster: string, id: string, volumes: Volumes, storageClass: string, why: string): VolumeNeed {
  const { title, count, size } = volumes;
  const least = size === 0 ? 0 : read.forRow(volumeId(id, cluster), () => limitsOf(read, cluster)?.least ?? 0);
  const each = Math.max(size, least);
  const raised = each > size && count > 0 ? ` The storage driver makes no volume below ${each} GiB, so that each takes that much.` : "";
  return { id: volumeId(id, cluster), cluster, storageClass, title, count, size, total: round(count * each), from: read.cell, why: `${why}${raised}` };
}

/** etcd volumes of the user clusters of a Seed. */
export const etcdVolumeNeeds = rule<readonly VolumeNeed[]>({
  id: "storage.volumes.etcd",
  title: "Volumes of user-cluster etcd",
  per: "cluster",
  sources: ["kkp.code.etcd"],
  derive: (read, cluster) => {
    if (!isSeed(read, cluster)) return read.notApplicable(NO_SEED);
    const counts = read.rule(clustersBySize, cluster);
    const { title, count } = read.fact(etcdVolumes);
    const name = clusterName(read, cluster);
    const small = counts.medium + counts.large === 0;
    const why = (clusters: number, size: string) => `${count} etcd members for each of ${formatCount(clusters, `${size}user cluster`)} of ${name}; KKP changes neither size nor class of volumes that are there.`;
    const rows = [row(read, cluster, "etcd", { title: small ? title : "etcd of small user clusters", count: count * counts.small, size: read.fact(etcdVolumes).size }, "kubermatic-fast", why(counts.small, small ? "" : "small "))];
    for (const [size, profile] of [["medium", mediumProfile], ["large", largeProfile]] as const) {
      if (counts[size] === 0) continue;
      const disk = read.forRow(volumeId(`etcd-${size}`, cluster), () => figureOf(read)(profile).etcdDisk);
      const volumes = { title: `etcd of ${size} user clusters`, count: count * counts[size], size: disk };
      rows.push(row(read, cluster, `etcd-${size}`, volumes, "kubermatic-fast", why(counts[size], `${size} `)));
    }
    return rows;
  },
});

/** Volume of the backup MinIO of a Seed. */
export const backupVolumeNeeds = rule<readonly VolumeNeed[]>({
  id: "storage.volumes.backup",
  title: "Volume for backups",
  per: "cluster",
  sources: ["kkp.add-seed"],
  derive: (read, cluster) => {
    if (!isSeed(read, cluster)) return read.notApplicable(NO_SEED);
    if (read.answer(storage.cluster.backupTarget, cluster) !== "minio") return read.notApplicable("Backups do not stay in this cluster.");
    const { title, count } = read.fact(minioVolume);
    const size = read.rule(plannedBackupVolume, cluster);
    const runs = isRunning(read, "backups");
    const storageClass = runs ? read.answer(runningVolumes.cluster.minioClass, cluster) : "kubermatic-backup";
    return [row(read, cluster, "backup", { title, count, size }, storageClass, `It ${runs ? "must hold" : "holds"} up to ${formatFigure(read.rule(backupNeed, cluster).needed)} GiB of snapshots, which are lost with ${clusterName(read, cluster)} unless they are copied elsewhere.`)];
  },
});
