import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { minioBucket } from "../../facts/backup.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { isShared } from "../../rules/storage/shared-store.ts";
import { rejected } from "./rejected-name.ts";

/** A bucket for etcd backups under a name that S3 does not take. */
export const bucketName = check({
  id: "storage.bucket-name",
  title: "The backup bucket has a name that S3 takes",
  severity: "blocker",
  per: "cluster",
  sources: ["aws.bucket-names", "kkp.etcd-backups"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master" || read.answer(storage.cluster.backupTarget, cluster) !== "s3") return;
    const bucket = read.answer(backup.cluster.bucket, cluster);
    const refusal = rejected(read, bucket);
    if (refusal === undefined) return;
    const host = read.optional(storage.cluster.s3Endpoint, cluster);
    const givenAway = host !== undefined && isShared(read, host);
    const path = read.path(backup.cluster.bucket, cluster);
    report({
      title: `No bucket can be called ${bucket}`,
      message: `The bucket for etcd backups of ${clusterName(read, cluster)} ${refusal} KKP takes the name as it is, and every backup fails.`,
      remedy: "Give the bucket another name, in the Seed and in the values of the exporter.",
      fixes: givenAway ? [] : [{ title: "Take the name of the documentation", set: [{ path, value: read.fact(minioBucket).bucket }] }],
      answers: [path],
    });
  },
});
