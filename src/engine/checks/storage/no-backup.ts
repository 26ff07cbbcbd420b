import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, userClustersOf } from "../../rules/basics/platform.ts";
import { formatCount } from "../../values/figures.ts";

/** A Seed whose user clusters cannot be restored. */
export const noBackup = check({
  id: "storage.no-backup",
  title: "User clusters are backed up",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.etcd-backups", "kkp.backup"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return;
    if (read.answer(storage.cluster.backupTarget, cluster) !== "none") return;
    const path = read.path(storage.cluster.backupTarget, cluster);
    const name = clusterName(read, cluster);
    const clusters = read.outcome(userClustersOf, cluster);
    const lost = clusters.kind === "known" ? formatCount(clusters.value, "user cluster") : "The user clusters";
    report({
      title: `User clusters of ${name} are not backed up`,
      message: `${lost} of ${name} cannot be restored when their etcd is lost; KKP backs up to S3 and has no other way.`,
      remedy: "Send backups to S3 outside the cluster, or at least to MinIO in it.",
      fixes: [
        { title: "Back up to S3 outside", set: [{ path, value: "s3" }] },
        { title: "Back up to MinIO in the cluster", set: [{ path, value: "minio" }] },
      ],
      answers: [path],
    });
  },
});
