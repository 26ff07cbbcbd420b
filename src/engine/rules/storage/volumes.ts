import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { etcdVolumes, minioVolume, mlaVolumes, userClusterMlaVolumes, type Volumes } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { VolumeNeed } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName, userClustersOf } from "../basics/platform.ts";
import { plannedBackupVolume } from "./backups.ts";

const round = (gib: number): number => Math.round(gib * 10) / 10;
const NO_SEED = "User clusters live in Seeds only.";

const isSeed = (read: Reader, cluster: string): boolean => read.answer(infrastructure.cluster.role, cluster) !== "master";

function row(read: Reader, cluster: string, id: string, volumes: Volumes, storageClass: string, why: string): VolumeNeed {
  const { title, count, size } = volumes;
  return { id: `volume.${id}[${cluster}]`, cluster, storageClass, title, count, size, total: round(count * size), from: read.cell, why };
}

/** etcd volumes of the user clusters of a Seed. */
export const etcdVolumeNeeds = rule<readonly VolumeNeed[]>({
  id: "storage.volumes.etcd",
  title: "Volumes of user-cluster etcd",
  per: "cluster",
  sources: ["kkp.code.etcd"],
  derive: (read, cluster) => {
    if (!isSeed(read, cluster)) return read.notApplicable(NO_SEED);
    const clusters = read.rule(userClustersOf, cluster);
    const { title, count, size } = read.fact(etcdVolumes);
    const why = `${count} etcd members for each of ${formatCount(clusters, "user cluster")} of ${clusterName(read, cluster)}; the size cannot be changed later.`;
    return [row(read, cluster, "etcd", { title, count: count * clusters, size }, "kubermatic-fast", why)];
  },
});

/** Volumes of the MLA stack of master or Seed. */
export const mlaVolumeNeeds = rule<readonly VolumeNeed[]>({
  id: "storage.volumes.mla",
  title: "Volumes of the MLA stack",
  per: "cluster",
  sources: ["kkp.mla-seed"],
  derive: (read, cluster) => {
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Master and Seed MLA is not installed.");
    const why = `The MLA stack of ${clusterName(read, cluster)} keeps metrics, alerts and logs on it.`;
    return read.fact(mlaVolumes).map((volumes, at) => row(read, cluster, `mla-${at}`, volumes, "kubermatic-fast", why));
  },
});

/** Volumes of the user-cluster MLA stack of a Seed. */
export const userClusterMlaVolumeNeeds = rule<readonly VolumeNeed[]>({
  id: "storage.volumes.user-cluster-mla",
  title: "Volumes of the user-cluster MLA stack",
  per: "cluster",
  sources: ["kkp.mla-user-cluster"],
  derive: (read, cluster) => {
    if (!isSeed(read, cluster)) return read.notApplicable(NO_SEED);
    if (!read.answer(monitoring.plan.userClusterMla)) return read.notApplicable("User-cluster MLA is not installed.");
    const why = `User clusters of ${clusterName(read, cluster)} send their metrics and logs there.`;
    return read.fact(userClusterMlaVolumes).map((volumes, at) => row(read, cluster, `user-cluster-mla-${at}`, volumes, "kubermatic-fast", why));
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
    return [row(read, cluster, "backup", { title, count, size }, "kubermatic-backup", `Snapshots of ${clusterName(read, cluster)} share the cluster's fate unless they are copied elsewhere.`)];
  },
});
