import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { internetFacts } from "../../facts/internet.ts";
import { minioBucket, minioBucketJob, mirrorJob, storeRegion, veleroStore } from "../../facts/backup.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { placeholderOf } from "../access/placeholder.ts";
import { secretNames } from "../access/secret-names.ts";
import { nameOfCluster, releaseIn } from "../basics/platform.ts";
import { checksumField, NO_CHECKSUM } from "../storage/velero-checksum.ts";
import { imageValueAt } from "../runbook/image.ts";
import { storeProxy } from "./proxy.ts";
import { setting, type Found } from "./setting.ts";
import { storeInUrl } from "../storage/store-port.ts";

/** A value made of host and bucket of the store; open while one of them is. */
function atStore(read: Reader, words: (host: string, bucket: string) => string): Value<string> {
  const [host, bucket] = [storeInUrl(read, backup.plan.store), read.maybe(backup.plan.furtherBucket)];
  if (host.kind !== "known") return host;
  return bucket.kind === "known" ? known(words(host.value, bucket.value)) : bucket;
}

/** Words that carry the region of the store; open while one of them is. */
function inRegion(read: Reader, before: Value<string>, words: (region: string) => string): Value<string> {
  read.fact(storeRegion);
  const region = read.maybe(backup.plan.storeRegion);
  if (before.kind !== "known") return before;
  return region.kind === "known" ? known(`${before.value}${words(region.value)}`) : region;
}

const withStoreKey = (read: Reader, words: (key: string) => string): Value<string> => placeholderOf(read, secretNames.backupStore, "fill-in", words);

/** Values of Velero that differ from its chart: a chart without them saves nothing. */
export const veleroFields = rule<readonly Setting[]>({
  id: "settings.storage-velero",
  title: "Values of Velero",
  per: "cluster",
  sources: ["kkp.code.velero-values", "kkp.upgrade-2.26"],
  derive: (read, cluster) => {
    if (!read.answer(backup.plan.further).includes("velero")) return read.notApplicable("Velero is not planned.");
    const name = nameOfCluster(read, cluster);
    const row = (id: string, field: string, value: Found<Value<string> | string>, why: Found<string>) => setting(read, { topic: "storage", object: `${name}/values-velero.yaml`, id: `storage.velero-${id}[${cluster}]`, field: `velero.${field}`, value, why });
    const plugin = (): Value<string> => {
      const { image, plugin: versions } = read.fact(veleroStore);
      const from = imageValueAt(read, cluster, image);
      return from.kind === "known" ? known(`velero-plugin-for-aws, image ${from.value}:${versions[releaseIn(read).id]}, /target on the volume plugins`) : from;
    };
    const location = (): Value<string> => {
      const { folder } = read.fact(veleroStore);
      const checksum = checksumField(read);
      return inRegion(
        read,
        atStore(read, (host, bucket) => `name default, provider aws, bucket ${bucket}, prefix ${name}/${folder}, config s3Url https://${host}, s3ForcePathStyle true${checksum ? `, ${checksum.field} ${checksum.none}` : ""}`),
        (region) => ` and region ${region}`,
      );
    };
    const ofLocation = (): string => `Objects of ${name} have a folder of their own there: two Veleros in one folder take each other's backups for theirs.${checksumField(read) ? ` ${NO_CHECKSUM}` : ""}`;
    return [
      row("enabled", "backupsEnabled", "true", "The chart makes no backup location otherwise, and its schedule saves nothing."),
      row("plugin", "initContainers", plugin, "Velero speaks S3 through it alone; the chart names it in a comment, and KKP pairs this version with its Velero."),
      row("location", "configuration.backupStorageLocation[]", location, ofLocation),
      ...storeProxy(read, cluster, backup.plan.store, (word, variable, value, why) => row(`proxy-${word}`, `configuration.extraEnvVars: ${variable}`, value, why), { sources: ["velero.chart"], https: () => `Velero takes no proxy from KKP and would dial the store past it. ${read.fact(internetFacts.storeProxy).veleroForm[releaseIn(read).id]}`, none: "Velero reads all objects from the cluster's own API." }),
      row("keys", "credentials.secretContents.cloud", () => withStoreKey(read, (key) => `[default] with aws_access_key_id and aws_secret_access_key of ${key}`), "The chart makes the Secret cloud-credentials of it, which the plugin reads."),
    ];
  },
});

/** The job of one's own that copies the MinIO of a Seed elsewhere. */
export const mirrorFields = rule<readonly Setting[]>({
  id: "settings.storage-mirror",
  title: "Fields of the copy of MinIO",
  per: "cluster",
  sources: ["kkp.backup", "kubermatic.rclone-syncer"],
  derive: (read, cluster) => {
    if (!read.answer(backup.plan.further).includes("mirror")) return read.notApplicable("MinIO is not copied.");
    if (read.answer(infrastructure.cluster.role, cluster) === "master" || read.answer(storage.cluster.backupTarget, cluster) !== "minio") return read.notApplicable("No MinIO stands here.");
    const name = nameOfCluster(read, cluster);
    const { schedule, folder, from, to, image } = read.fact(mirrorJob);
    const source = (): string => {
      const { credentials, accessKey, secretKey } = read.fact(minioBucketJob);
      return `TYPE s3, PROVIDER Minio, ENDPOINT ${read.fact(minioBucket).endpoint}, ACCESS_KEY_ID and SECRET_ACCESS_KEY from ${accessKey} and ${secretKey} of the Secret ${credentials}`;
    };
    const target = (): Value<string> => {
      const store = inRegion(read, atStore(read, (host) => `TYPE s3, ENDPOINT https://${host}`), (region) => `, REGION ${region}`);
      return store.kind === "known" ? withStoreKey(read, (key) => `${store.value}, ACCESS_KEY_ID and SECRET_ACCESS_KEY of ${key}`) : store;
    };
    const row = (id: string, field: string, value: Found<Value<string> | string>, why: Found<string>) => setting(read, { topic: "storage", object: `${name}/minio-mirror.yaml`, id: `storage.mirror-${id}[${cluster}]`, field, value, why });
    return [
      row("schedule", "spec.schedule", schedule, `What ${name} has saved within the interval is in one place only.`),
      row("image", "image", () => imageValueAt(read, cluster, image), "No chart of KKP starts the job, so none names its image."),
      row("args", "args", () => atStore(read, (_host, bucket) => `sync source:${read.fact(minioBucket).bucket} target:${bucket}/${name}/${folder}`), "sync deletes in the target what MinIO has deleted, so the folder holds nothing else."),
      row("source", `${from}_*`, source, "The job reads with the keys that the chart of MinIO has entered."),
      ...storeProxy(read, cluster, backup.plan.store, (word, variable, value, why) => row(`proxy-${word}`, `env: ${variable}`, value, why), { sources: ["rclone.proxy"], https: "rclone obeys it as every program in Go does; nothing else leads the job to the store.", none: "The job reads MinIO inside the cluster." }),
      row("target", `${to}_*`, target, "Keys of the store are others than those of MinIO, so that whoever holds one of them cannot delete both copies."),
    ];
  },
});
