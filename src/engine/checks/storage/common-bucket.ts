import { backup } from "../../answers/chapters/backup.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { exporterBucket, minioBucket } from "../../facts/backup.ts";
import { check } from "../../kernel/check.ts";
import { isRunning } from "../../rules/basics/new-with-upgrade.ts";
import { seeds } from "../../rules/basics/platform.ts";
import { isShared } from "../../rules/storage/shared-store.ts";

/** A bucket that somebody gave the name of the documentation, in a store that everybody uses. */
export const commonBucket = check({
  id: "storage.common-bucket",
  title: "A bucket in a store that everybody uses has a name of its own",
  severity: "warning",
  per: "plan",
  sources: ["aws.bucket-namespaces", "kkp.add-seed"],
  examine: (read, _plan, report) => {
    const common = [read.fact(minioBucket).bucket, read.fact(exporterBucket)];
    const look = (key: string, store: string | undefined, bucket: string | undefined, path: string) => {
      if (store === undefined || bucket === undefined || !common.includes(bucket) || !isShared(read, store)) return;
      report({
        key,
        title: `${bucket} at ${store} is most likely somebody else's`,
        message: `The documentation of KKP calls a bucket ${bucket}, and whoever followed it first at ${store} has it; a store that gives a name once refuses it to everybody else.`,
        remedy: "Put a word of your own into the name, or keep it where the bucket is yours already.",
        answers: [path],
      });
    };
    if (!isRunning(read, "backups"))
      for (const seed of read.rule(seeds)) {
        if (read.optional(storage.cluster.backupTarget, seed) !== "s3") continue;
        look(seed, read.optional(storage.cluster.s3Endpoint, seed), read.optional(backup.cluster.bucket, seed), read.path(backup.cluster.bucket, seed));
      }
    if (!isRunning(read, "further-backups")) look("further", read.optional(backup.plan.store), read.optional(backup.plan.furtherBucket), read.path(backup.plan.furtherBucket));
  },
});
