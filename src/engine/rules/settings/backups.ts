import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { runningVolumes } from "../../answers/chapters/running-volumes.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { exporterBucket, minioBucket } from "../../facts/backup.ts";
import { minioClaim } from "../../facts/storage.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { quantity } from "../../values/quantity.ts";
import { placeholderOf } from "../access/placeholder.ts";
import { secretNames } from "../access/secret-names.ts";
import { comesNew, isRunning } from "../basics/new-with-upgrade.ts";
import { nameOfCluster, runsAlready } from "../basics/platform.ts";
import { runsSeedStack } from "../basics/seed-stack.ts";
import { etcdSchedule, plannedBackupVolume } from "../storage/backups.ts";
import { backupClass, fastClass } from "../storage/classes.ts";
import { mlaStorageClass } from "../storage/mla-class.ts";
import { ownDriverOf, parametersOf, type OwnDriver } from "../storage/own-driver.ts";
import { seedObject, seedValues, setting, type Found } from "./setting.ts";
import { storeInUrl } from "../storage/store-port.ts";

const withScheme = (store: Value<string>): Value<string> => (store.kind === "known" ? known(`https://${store.value}`) : store);

/** Where a Seed writes snapshots of its user clusters, and how often. */
export const backupFields = rule<readonly Setting[]>({
  id: "settings.storage-backups",
  title: "Fields of etcd backups",
  per: "cluster",
  sources: ["kkp.etcd-backups", "kkp.add-seed", "kkp.code.seed-validation"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    const target = read.answer(storage.cluster.backupTarget, cluster);
    if (target === "none") return read.notApplicable("No backup is planned, and an empty block is refused.");
    const name = nameOfCluster(read, cluster);
    const row = (id: string, field: string, value: Found<Setting["value"] | string>, why: Found<string>) => setting(read, { topic: "storage", object: seedObject(name), id: `storage.backup-${id}[${cluster}]`, field: `spec.etcdBackupRestore.${field}`, value, why });
    const own = read.answer(backup.plan.schedule) === "own";
    const schedule = () => read.rule(etcdSchedule);
    const credentials = (): string => {
      const { secret, namespace } = read.fact(minioBucket);
      return `name ${secret}, namespace ${namespace}`;
    };
    return [
      row("default", "defaultDestination", target, "It must be a key of the destinations; a dot in a key is refused."),
      row("endpoint", `destinations.${target}.endpoint`, () => (target === "minio" ? read.fact(minioBucket).endpoint : withScheme(storeInUrl(read, storage.cluster.s3Endpoint, cluster))), `The webhook of KKP refuses a destination without it, and jobs of every user cluster of ${name} sign in there${target === "minio" ? "" : ": over http their keys would pass in the clear"}.`),
      row("bucket", `destinations.${target}.bucketName`, () => (target === "minio" ? read.fact(minioBucket).bucket : read.maybe(backup.cluster.bucket, cluster)), "KKP writes into it and never makes it."),
      row("credentials", `destinations.${target}.credentials`, credentials, `The webhook looks for this Secret on ${name} itself, with the keys ACCESS_KEY_ID and SECRET_ACCESS_KEY.`),
      ...(own ? [row("interval", "backupInterval", () => `${schedule().interval}m`, () => `A user cluster that is restored lacks what changed in the last ${formatCount(schedule().interval, "minute")} at most.`), row("count", "backupCount", () => String(schedule().kept), () => `Older ones are deleted, so a user cluster can go back ${formatCount(schedule().interval * schedule().kept, "minute")} and no further.`)] : []),
    ];
  },
});

/** Size and class of MinIO's claim: as planned for a new one, as stated for one that runs. */
function claimFields(read: Reader, cluster: string, row: (id: string, field: string, value: Found<Setting["value"] | string>, why: Found<string>) => Setting): readonly Setting[] {
  const { minioSize, minioClass } = runningVolumes.cluster;
  const sizeThatRuns = (): Value<string> => {
    read.fact(minioClaim);
    const size = read.maybe(minioSize, cluster);
    return size.kind === "known" ? known(quantity(size.value, "Gi")) : size;
  };
  const classThatRuns = (): Value<string> => {
    read.fact(minioClaim);
    return read.maybe(minioClass, cluster);
  };
  return isRunning(read, "backups")
    ? [
        row("minio-size", "minio.storeSize", sizeThatRuns, "The claim of MinIO is there: helm fails where the file names a smaller size, and a larger one makes it grow where its class allows that."),
        row("minio-class", "minio.storageClass", classThatRuns, "The claim of MinIO is there: helm fails where the file names a class that it does not have."),
      ]
    : [
        row("minio-size", "minio.storeSize", () => quantity(read.rule(plannedBackupVolume, cluster), "Gi"), "The backups of this plan need so much; the claim grows later where its class allows that, and never becomes smaller."),
        row("minio-class", "minio.storageClass", "kubermatic-backup", "Left empty, the claim of MinIO goes to the default class of the cluster, and waits for ever where there is none."),
      ];
}

/** Values of the backup MinIO and of the exporter that measures the bucket. */
export const backupValues = rule<readonly Setting[]>({
  id: "settings.storage-values",
  title: "Values of the backup storage",
  per: "cluster",
  sources: ["kkp.code.minio-values", "kkp.code.s3-exporter-values", "kkp.code.seed-stack"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    const target = read.answer(storage.cluster.backupTarget, cluster);
    const stack = runsSeedStack(read, cluster);
    if (target === "none" && !stack) return read.notApplicable("No backup is planned.");
    const name = nameOfCluster(read, cluster);
    const row = (id: string, field: string, value: Found<Setting["value"] | string>, why: Found<string>) => setting(read, { topic: "storage", object: seedValues(name), id: `storage.${id}[${cluster}]`, field, value, why });
    const minio = target === "minio";
    const exporter = (): Setting => row("exporter", "s3Exporter.bucket", () => (minio ? read.fact(minioBucket).bucket : read.maybe(backup.cluster.bucket, cluster)), () => `The exporter looks into ${read.fact(exporterBucket)} otherwise, and measures nothing of the backups.`);
    const unused = (key: string) => row(`minio-${key}`, `minio.credentials.${key}Key`, "not-in-use", "The installer refuses an empty one although it skips MinIO; nothing reads it.");
    return [
      ...(stack && !minio ? [unused("access"), unused("secret")] : []),
      ...(minio
        ? [
            ...claimFields(read, cluster, row),
            row("minio-access", "minio.credentials.accessKey", () => placeholderOf(read, secretNames.minio(name, "access")), "At least 3 characters. The installer refuses an empty one even beside a Secret that exists."),
            row("minio-secret", "minio.credentials.secretKey", () => placeholderOf(read, secretNames.minio(name, "secret")), "At least 8 characters. The chart copies both keys into the Secret that the Seed object names."),
          ]
        : []),
      ...(target === "s3" ? [row("exporter-endpoint", "s3Exporter.endpoint", () => withScheme(storeInUrl(read, storage.cluster.s3Endpoint, cluster)), "The exporter asks the MinIO of the cluster otherwise, and there is none.")] : []),
      ...(target === "none" ? [] : [exporter()]),
    ];
  },
});

/** Parameters of the classes of a driver that the storage team brings. */
function ownParameters(read: Reader, own: OwnDriver, row: (id: string, field: string, value: Value<string>, why: string) => Setting): Setting {
  const wanted = parametersOf(read, own);
  return row("parameters", "parameters", own.name.kind === "known" ? known(`<fill-in: parameters of ${own.name.value}, from the storage team>`) : own.name, `${wanted === undefined ? "Each driver has parameters of its own" : `It wants ${wanted}`}; a class without what its driver wants makes no volume.`);
}

/** Fields of classes beside driver and parameters; of a driver that the storage team brings, the parameters that it fills in. */
export const classFields = rule<readonly Setting[]>({
  id: "settings.storage-classes",
  title: "Fields of the storage classes",
  per: "cluster",
  sources: ["kkp.storage-requirements"],
  derive: (read, cluster) => {
    const runs = runsAlready(read);
    if (runs && !comesNew(read, "backups")) return read.notApplicable("The classes are there, and Kubernetes takes no other driver, parameters or binding for them.");
    const own = ownDriverOf(read, cluster);
    const { csi, title }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const classes = (runs ? [backupClass] : [fastClass, mlaStorageClass, backupClass]).flatMap((needs) => read.optionalRule(needs, cluster) ?? []);
    if (classes.length === 0) return read.notApplicable("The upgrade brings no class.");
    const object = `storageclass.yaml of ${nameOfCluster(read, cluster)}`;
    const row = (id: string, field: string, value: string | Value<string>, why: string) => setting(read, { topic: "storage", object, id: `storage.${id}[${cluster}]`, field, value, why });
    const grows = (also: string) => row("expansion", "allowVolumeExpansion", "true", `An etcd or a Prometheus that outgrows its volume can be given more without moving data${also}.`);
    if (own || !csi) return own ? [read.forRow(`setting.storage.parameters[${cluster}]`, () => ownParameters(read, own, row)), grows(`; ${own.words} must be able to`)] : read.notApplicable(`${title} brings no driver.`);
    return [
      row("binding", "volumeBindingMode", csi.volumeBindingMode, csi.volumeBindingMode === "Immediate" ? `The driver of ${title} makes a volume when it is claimed, before its pod is placed.` : `A volume is made where its pod is placed; ${classes.length === 1 ? "the class" : "the classes"} would fill a zone that the pod cannot reach otherwise.`),
      ...(csi.allowVolumeExpansion ? [grows("")] : []),
    ];
  },
});
