import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import type { Reader } from "../../kernel/rule.ts";

/** Whether KubeOne's addon saves etcd and PKI of a platform cluster; other clusters are saved by whoever runs them. */
export const savesPlatformEtcd = (read: Reader, cluster: string): boolean =>
  read.answer(backup.plan.further).includes("platform-etcd") && read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";

/** Whether the MinIO of a Seed is copied elsewhere: one stands in each Seed that sends its backups nowhere else. */
export const copiesMinio = (read: Reader, cluster: string): boolean =>
  read.answer(backup.plan.further).includes("mirror") && read.answer(infrastructure.cluster.role, cluster) !== "master" && read.answer(storage.cluster.backupTarget, cluster) === "minio";
