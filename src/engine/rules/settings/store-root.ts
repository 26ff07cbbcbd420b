import { userClusterBackup } from "../../facts/backup.ts";
import { cortexLists, kubeoneRoot, mountedRoot, storeRootFile, veleroRoot } from "../../facts/store-root.ts";
import { known } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { nameOfCluster, releaseIn } from "../basics/platform.ts";
import { clusterApi } from "../certificates/api-root.ts";
import { hasRoot, storeCallers, type StoreCaller } from "../storage/store-root.ts";
import { AS_IT_RUNS } from "./kept-volumes.ts";
import { seedValues, setting, userClusterMlaValues } from "./setting.ts";

/** Where the root is mounted in a pod, so that a program in Go trusts it. */
function mounted(read: Reader): string {
  const { configMap, key, file } = read.fact(storeRootFile);
  const { folder } = read.fact(mountedRoot);
  return `${key} of the ConfigMap ${configMap} as ${folder}/${file}`;
}

/** Fields by which each part that calls a store behind a private root is given that root. */
export const storeRootFields = rule<readonly Setting[]>({
  id: "settings.store-root",
  title: "Places of the root of the object stores",
  per: "cluster",
  sources: ["kkp.certificates"],
  derive: (read, cluster) => read.rule(storeCallers, cluster).flatMap((caller) => {
    const rows = FIELDS[caller.part](read, cluster, nameOfCluster(read, cluster));
    return hasRoot(read, caller) ? rows.map((row) => ({ ...row, value: known(AS_IT_RUNS) })) : rows;
  }),
});

type Fields = (read: Reader, cluster: string, name: string) => readonly Setting[];

const FIELDS: Readonly<Record<StoreCaller["part"], Fields>> = {
  exporter: (read, cluster, name) => {
    const { exporterField, configMap, exporterKey } = read.aside(() => read.fact(storeRootFile));
    return [setting(read, { topic: "storage", object: seedValues(name), id: `storage.exporter-root[${cluster}]`, field: exporterField, value: () => (read.fact(storeRootFile), configMap), why: `The exporter trusts ${exporterKey} of this ConfigMap; without it each question for the backups of ${name} ends at an unknown authority.` })];
  },
  metering: () => [],
  "user-clusters": (read, cluster) => {
    const { kind, rootField } = read.aside(() => read.fact(userClusterBackup));
    return [setting(read, { topic: "storage", object: `${kind} of each project`, id: `storage.location-root[${cluster}]`, field: rootField, value: () => (read.fact(userClusterBackup), `${read.fact(storeRootFile).file} in Base64, as one line`), why: "KKP's check on the master and Velero in the user clusters trust public roots alone until they are given this one here; neither reads the platform's bundle." })];
  },
  velero: (read, cluster, name) => [
    setting(read, { topic: "storage", object: `${name}/values-velero.yaml`, id: `storage.velero-root[${cluster}]`, field: `velero.${read.aside(() => read.fact(veleroRoot)).field}`, value: () => (read.fact(veleroRoot), `${read.fact(storeRootFile).file} in Base64, as one line`), why: `Velero checks the store against it alone; without it the backup location of ${name} never becomes Available.` }),
  ],
  // Where an API of the infrastructure needs the same file, its row says what stands in it.
  "platform-etcd": (read, cluster, name) => read.optionalRule(clusterApi, cluster)?.root.inBundle ? [] : [
    setting(read, { topic: "storage", object: `kubeone.yaml of ${name}`, id: `storage.platform-etcd-root[${cluster}]`, field: read.aside(() => read.fact(kubeoneRoot)).field, value: () => `${read.fact(kubeoneRoot).file}, public roots and the root of the store`, why: "restic in the addon checks the store against it. Pods of the cloud addons are handed the same file in place of the roots of their images, so public ones stand in it too." }),
  ],
  mirror: (read, cluster, name) => [
    setting(read, { topic: "storage", object: `${name}/minio-mirror.yaml`, id: `storage.mirror-root[${cluster}]`, field: "volumes and volumeMounts", value: () => mounted(read), why: "rclone trusts the roots of its image and what lies beside them in this folder." }),
  ],
  mla: (read, cluster, name) => {
    const row = (id: string, field: string, why: () => string) => setting(read, { topic: "monitoring", object: userClusterMlaValues(name), id: `monitoring.store-root-${id}[${cluster}]`, field, value: () => mounted(read), why });
    return [
      row("cortex", "cortex.{alertmanager, compactor, ingester, querier, ruler, store_gateway}.extraVolumes and extraVolumeMounts", () => `These parts call the store and trust the roots of their image alone otherwise. Helm replaces lists, so what stands in them is repeated: ${read.fact(cortexLists)[releaseIn(read).id]}.`),
      row("loki", "loki-distributed.{compactor, ingester, querier, ruler, tableManager}.extraVolumes and extraVolumeMounts", () => "These parts call the store and trust the roots of their image alone otherwise."),
    ];
  },
};
