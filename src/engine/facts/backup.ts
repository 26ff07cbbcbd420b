import { fact, type Fact } from "./fact.ts";

export const backupSchedule = fact({
  id: "backup.schedule",
  statement: "KKP takes a snapshot of each user cluster's etcd every 20 minutes and keeps 20.",
  value: { interval: 20, kept: 20 },
  certainty: "sourced",
  sources: ["kkp.etcd-backups", "kkp.code.seed-defaults"],
});

export const backupWorstCase = fact({
  id: "backup.worst-case",
  statement: "Up to 41 snapshots of a user cluster may exist at once: the schedule pauses only when more than twice the kept number are there.",
  value: { times: 2, more: 1 },
  certainty: "derived",
  sources: ["kkp.code.etcd-backup"],
});

export const snapshotRatio = fact({
  id: "backup.snapshot-ratio",
  statement: "A packed snapshot is taken as half the size of the database; it depends on the data.",
  value: 0.5,
  certainty: "unconfirmed",
  sources: ["kkp.etcd-backups"],
});

export const backupReserve = fact({
  id: "backup.reserve",
  statement: "20 % of room is kept in the bucket.",
  value: 1.2,
  certainty: "planning",
  sources: ["kkp.etcd-backups"],
});

export const minioBucket = fact({
  id: "backup.minio",
  statement: "MinIO in the cluster answers at http://minio.minio.svc.cluster.local:9000; its credentials lie in the Secret kubermatic-s3-credentials in kube-system.",
  value: { endpoint: "http://minio.minio.svc.cluster.local:9000", secret: "kubermatic-s3-credentials", namespace: "kube-system", bucket: "kkpbackup" },
  certainty: "sourced",
  sources: ["kkp.add-seed", "kkp.code.minio-values"],
});

export const backupFacts: readonly Fact<unknown>[] = [backupSchedule, backupWorstCase, snapshotRatio, backupReserve, minioBucket];
