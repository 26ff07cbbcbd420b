import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { minioBucket } from "../../facts/backup.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { quote } from "../../values/shell.ts";
import { servesOwnInterfaces } from "../addresses/slots.ts";
import { clusterName, masterCluster, release, replacedEntry } from "../basics/platform.ts";
import { plannedBackupVolume } from "../storage/backups.ts";
import { deploy, folderOf, onlyInstalling, atCluster, verb, type StepRule } from "./step.ts";

const NO_SEED = "User clusters live in Seeds only.";

/** Whether the Seed stands apart from the master and serves interfaces of its own. */
const ownEntry = (read: Reader, cluster: string): boolean =>
  read.answer(infrastructure.cluster.role, cluster) === "seed" && read.rule(servesOwnInterfaces, cluster);

/** Asks the installer for the Seed's own entry, where the release can. */
export const separateSeedFlag = (read: Reader, cluster: string): string | false =>
  ownEntry(read, cluster) && read.rule(release).separateSeedFlag && "--separate-seed";

/** What the Seed's own entry needs by hand. */
function entryByHand(read: Reader, cluster: string): { readonly text: string; readonly commands: readonly string[] } {
  if (!ownEntry(read, cluster)) return { text: "", commands: [] };
  const { id, entry, separateSeedFlag: flag } = read.rule(release);
  if (!flag) return { text: ` The installer of KKP ${id} gives it no entry: install the ${entry.title} chart of that release on it by hand.`, commands: [] };
  if (!entry.seedGatewayByHand) return { text: "", commands: [] };
  return { text: " KKP makes a Gateway on the master only; gateway.yaml makes the one of this Seed.", commands: [`kubectl apply -f ${folderOf(read, cluster)}/gateway.yaml`] };
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
    const installing = read.optionalRule(replacedEntry) === undefined;
    const keys = minio
      ? `minio.storeSize is ${read.rule(plannedBackupVolume, cluster)}Gi and minio.storageClass kubermatic-backup; s3Exporter.bucket is ${bucket}.`
      : "The MinIO keys must be set although MinIO is skipped.";
    return [
      {
        id: `step.seed-charts[${cluster}]`,
        title: `${verb(read)} ${minio ? "backup storage" : "the charts of the Seed"} on ${name}`,
        text: `${name}/values-seed.yaml holds the keys. ${keys}${entry.text}`,
        commands: [
          atCluster(read, cluster),
          deploy("kubermatic-seed", `${folder}/values-seed.yaml`, [separateSeedFlag(read, cluster), !minio && "--skip-charts minio"]),
          ...entry.commands,
          ...(minio && installing ? [`kubectl apply -f ${folder}/minio-bucket.yaml`, "kubectl -n minio get jobs"] : []),
        ],
        from: read.cell,
        why: minio ? `The Seed object of ${name} is refused while the Secret of its backup destination is missing.` : `${name} stands apart from the master and needs an entry of its own.`,
      },
    ];
  },
});

/** Credentials of S3 outside. */
export const s3Credentials: StepRule = rule({
  id: "runbook.s3-credentials",
  title: "Step: S3 credentials",
  per: "cluster",
  sources: ["kkp.etcd-backups"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(NO_SEED);
    if (read.answer(storage.cluster.backupTarget, cluster) !== "s3") return read.notApplicable("Backups do not leave the cluster.");
    const { secret, namespace } = read.fact(minioBucket);
    const folder = folderOf(read, cluster);
    const name = clusterName(read, cluster);
    return [
      {
        id: `step.s3-credentials[${cluster}]`,
        title: `Enter the S3 credentials on ${name}`,
        text: "Each file holds one value from the secret store and nothing else, no newline either; delete both afterwards.",
        commands: [
          atCluster(read, cluster),
          `kubectl -n ${namespace} create secret generic ${secret} --from-file=ACCESS_KEY_ID=${folder}/access-key-id --from-file=SECRET_ACCESS_KEY=${folder}/secret-access-key`,
          `rm ${folder}/access-key-id ${folder}/secret-access-key`,
        ],
        from: read.cell,
        why: `The Seed object of ${name} is refused while the Secret of its backup destination is missing.`,
      },
    ];
  },
});

/** The Seed object on the master. */
export const seedObject: StepRule = rule({
  id: "runbook.seed-object",
  title: "Step: Seed object",
  per: "cluster",
  sources: ["kkp.add-seed"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(NO_SEED);
    const name = clusterName(read, cluster);
    const folder = folderOf(read, cluster);
    const secret = quote(`kubeconfig-${name}`);
    return [
      {
        id: `step.seed-object[${cluster}]`,
        title: `Add the Seed ${name}`,
        text: `${name}/seed.yaml names the Secret kubeconfig-${name}, the datacenters and the backup destination. It is applied on the master; the last command shows the nodeport-proxy on the Seed.`,
        commands: [
          `(umask 077; kubermatic-installer convert-kubeconfig ${folder}/kubeconfig > ${folder}/seed-kubeconfig)`,
          atCluster(read, read.rule(masterCluster)),
          `kubectl -n kubermatic create secret generic ${secret} --from-file=kubeconfig=${folder}/seed-kubeconfig`,
          `rm ${folder}/seed-kubeconfig`,
          `kubectl apply -f ${folder}/seed.yaml`,
          `kubectl -n kubermatic wait ${quote(`seed/${name}`)} --for=jsonpath='{.status.phase}'=Healthy --timeout=15m`,
          atCluster(read, cluster),
          "kubectl -n kubermatic get service nodeport-proxy",
        ],
        from: read.cell,
        why: `Go on when ${name} is healthy and its nodeport-proxy has an address; user clusters cannot be created before.`,
      },
    ];
  },
});
