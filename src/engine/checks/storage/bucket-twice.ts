import { backup } from "../../answers/chapters/backup.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { sharedBucketNames } from "../../facts/backup.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, seeds } from "../../rules/basics/platform.ts";
import { isAtOrBelow } from "../../values/hostname.ts";

/** Two Seeds that ask one store for two buckets of one name. */
export const bucketTwice = check({
  id: "storage.bucket-twice",
  title: "A store gives each bucket name once",
  severity: "blocker",
  per: "plan",
  sources: ["aws.bucket-namespaces", "scaleway.bucket-names", "kkp.etcd-backups"],
  examine: (read, _plan, report) => {
    const suffixes = read.fact(sharedBucketNames);
    const asked = read.rule(seeds).flatMap((seed) => {
      if (read.answer(storage.cluster.backupTarget, seed) !== "s3") return [];
      const [host, bucket] = [read.maybe(storage.cluster.s3Endpoint, seed), read.maybe(backup.cluster.bucket, seed)];
      if (host.kind !== "known" || bucket.kind !== "known") return [];
      const address = host.value.toLowerCase();
      const store = suffixes.find((one) => isAtOrBelow(address, one));
      return store === undefined ? [] : [{ seed, address, store, bucket: bucket.value }];
    });
    for (const [at, { seed, address, store, bucket }] of asked.entries()) {
      const former = asked.slice(0, at).find((one) => one.store === store && one.bucket === bucket && one.address !== address);
      if (!former) continue;
      const path = read.path(backup.cluster.bucket, seed);
      report({
        key: seed,
        title: `A second bucket cannot be called ${bucket}`,
        message: `${clusterName(read, former.seed)} asks ${former.address} for it and ${clusterName(read, seed)} asks ${address}; a name exists once below ${store}, in one region.`,
        remedy: `Give the bucket of ${clusterName(read, seed)} another name, or send its backups to ${former.address} too.`,
        answers: [path, read.path(backup.cluster.bucket, former.seed)],
      });
    }
  },
});
