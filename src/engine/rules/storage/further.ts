import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { project } from "../../answers/chapters/project.ts";
import { storage } from "../../answers/chapters/storage.ts";
import type { Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { nameOfCluster } from "../basics/platform.ts";

/** Whether KubeOne's addon saves etcd and PKI of a platform cluster; other clusters are saved by whoever runs them. */
export const savesPlatformEtcd = (read: Reader, cluster: string): boolean =>
  read.answer(backup.plan.further).includes("platform-etcd") && read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";

/** Whether etcd and machines of a platform cluster can be saved at all: those of managed Kubernetes are out of reach. */
const reachesControlPlane = (read: Reader, cluster: string): boolean => read.answer(infrastructure.cluster.provisioning, cluster) !== "managed";

/** Whether etcd and PKI of a platform cluster are saved, by the addon or by whoever has built it. */
export const hasSavedEtcd = (read: Reader, cluster: string): boolean => read.answer(backup.plan.further).includes("platform-etcd") && reachesControlPlane(read, cluster);

/** Whether somebody saves the control-plane machines of a platform cluster. */
export const savesMachines = (read: Reader, cluster: string): boolean => read.answer(backup.plan.further).includes("machines") && reachesControlPlane(read, cluster);

/** Whether somebody saves the volumes of the MLA stack, which every platform cluster runs or none. */
export const savesMlaVolumes = (read: Reader): boolean => read.answer(backup.plan.further).includes("mla") && read.answer(monitoring.plan.mla);

/** Whether the MinIO of a Seed is copied elsewhere: one stands in each Seed that sends its backups nowhere else. */
export const copiesMinio = (read: Reader, cluster: string): boolean =>
  read.answer(backup.plan.further).includes("mirror") && read.answer(infrastructure.cluster.role, cluster) !== "master" && read.answer(storage.cluster.backupTarget, cluster) === "minio";

/** Whether owners of projects back up their user clusters: only the Enterprise Edition lets them; until somebody names the edition, their store is asked for. */
export function savesUserClusters(read: Reader): boolean {
  if (!read.answer(backup.plan.further).includes("user-clusters")) return false;
  const edition = read.maybe(project.plan.edition);
  return edition.kind !== "known" || edition.value === "EE";
}

/** Buckets that the platform itself writes further backups to, in words. */
export interface FurtherBuckets {
  /** Whether Velero or a copy of MinIO writes to the bucket that all clusters share. */
  readonly shared: boolean;
  /** Those for etcd, one a cluster, since each encrypts with a password of its own. */
  readonly etcd?: string;
  readonly count: number;
}

/** What stands in for the name of a bucket for etcd, in the field as in what others are asked for. */
export const etcdBucket = (name: string): string => `bucket for etcd of ${name}`;

export function furtherBuckets(read: Reader): FurtherBuckets {
  const clusters = read.subjects("cluster");
  const shared = read.answer(backup.plan.further).includes("velero") || clusters.some((cluster) => copiesMinio(read, cluster));
  const saved = clusters.filter((cluster) => savesPlatformEtcd(read, cluster)).map((cluster) => nameOfCluster(read, cluster));
  const etcd = saved.length === 0 ? {} : { etcd: `a ${saved.length === 1 ? etcdBucket(saved.join("")) : `bucket each for etcd of ${listed(saved)}`}` };
  return { shared, ...etcd, count: saved.length + (shared ? 1 : 0) };
}
