import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { exporterBucket, minioBucket } from "../../facts/backup.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { servesOwnInterfaces } from "../addresses/slots.ts";
import { clusterName, installedRelease, release } from "../basics/platform.ts";
import { plannedBackupVolume } from "../storage/backups.ts";
import { bucketJob } from "./bucket-job.ts";
import { chartByHand, deploy, folderOf, gatewayFlag, atCluster, noPlaceholder, verb, type StepRule } from "./step.ts";

/** Why a step about Seeds does not apply to a master alone. */
export const NO_SEED = "User clusters live in Seeds only.";

/** Whether the Seed stands apart from the master and serves interfaces of its own. */
const ownEntry = (read: Reader, cluster: string): boolean =>
  read.answer(infrastructure.cluster.role, cluster) === "seed" && read.rule(servesOwnInterfaces, cluster);

/** Asks the installer for the Seed's own entry, where the release can. */
export const separateSeedFlag = (read: Reader, cluster: string): string | false =>
  ownEntry(read, cluster) && read.rule(release).separateSeedFlag && "--separate-seed";

/** The same, with the flag of a Gateway that the stack of the Seed needs beside it. */
function entryFlags(read: Reader, cluster: string): readonly (string | false)[] {
  const separate = separateSeedFlag(read, cluster);
  return separate === false ? [] : [separate, gatewayFlag(read)];
}

/** What the Seed's own entry needs by hand. */
function entryByHand(read: Reader, cluster: string): { readonly text: string; readonly commands: readonly string[] } {
  if (!ownEntry(read, cluster)) return { text: "", commands: [] };
  const { id, entry, separateSeedFlag: flag } = read.rule(release);
  if (!flag) return { text: ` The installer of KKP ${id} gives it no entry: the chart of ${entry.title} from the archive is installed by itself.`, commands: [chartByHand(entry.service.namespace, `${folderOf(read, cluster)}/values-seed.yaml`)] };
  if (!entry.seedGatewayByHand) return { text: "", commands: [] };
  const { namespace, name } = entry.gateway ?? { namespace: "", name: "" };
  return { text: ` KKP makes a Gateway on the master only; gateway.yaml makes the one of this Seed, called ${name} in the namespace ${namespace} as the charts expect, with a listener and a certificate for each of its hosts.`, commands: [`kubectl apply -f ${folderOf(read, cluster)}/gateway.yaml`] };
}

/** Charts of the Seed: backup storage and, on a Seed apart from the master, its entry. */
export const seedCharts: StepRule = rule({
  id: "runbook.seed-charts",
  title: "Step: charts of the Seed",
  per: "cluster",
  sources: ["kkp.add-seed", "kkp.code.seed-stack", "kkp.code.installer"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(NO_SEED);
    const minio = read.answer(storage.cluster.backupTarget, cluster) === "minio";
    if (!minio && !ownEntry(read, cluster)) return read.notApplicable("Its charts serve backups inside the cluster and an entry of its own, and it has neither.");
    const name = clusterName(read, cluster);
    const folder = folderOf(read, cluster);
    const { bucket } = read.fact(minioBucket);
    const entry = entryByHand(read, cluster);
    const installing = read.optionalRule(installedRelease) === undefined;
    const outside = read.answer(storage.cluster.backupTarget, cluster) === "s3" ? read.answer(backup.cluster.bucket, cluster) : undefined;
    const repeated = entryFlags(read, cluster).includes("--migrate-gateway-api") ? " It repeats migrateGatewayAPI: true, without which the flag is refused." : "";
    const keys = minio
      ? `minio.storeSize is ${read.rule(plannedBackupVolume, cluster)}Gi and minio.storageClass kubermatic-backup; s3Exporter.bucket is ${bucket}.${installing ? " The Job makes the bucket, which neither MinIO nor KKP does." : ""}`
      : `The MinIO keys must be set although MinIO is skipped${outside === undefined ? "" : `; s3Exporter.bucket is ${outside}, the chart's own ${read.fact(exporterBucket)} stays empty`}.`;
    return [
      {
        id: `step.seed-charts[${cluster}]`,
        title: `${verb(read)} ${minio ? "backup storage" : "the charts of the Seed"} on ${name}`,
        text: `${name}/values-seed.yaml holds the keys. ${keys}${repeated}${entry.text}`,
        commands: [
          atCluster(read, cluster),
          noPlaceholder(`${folder}/values-seed.yaml`),
          deploy("kubermatic-seed", `${folder}/values-seed.yaml`, [...entryFlags(read, cluster), !minio && "--skip-charts minio"]),
          ...entry.commands,
          ...(minio && installing ? bucketJob(read, cluster) : []),
        ],
        from: read.cell,
        why: minio ? `The Seed object of ${name} is refused while the Secret of its backup destination is missing.` : `${name} stands apart from the master and needs an entry of its own.`,
      },
    ];
  },
});
