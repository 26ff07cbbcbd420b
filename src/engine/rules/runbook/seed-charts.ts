import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { exporterBucket, exporterChart, minioBucket } from "../../facts/backup.ts";
import { minioClaim } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { quantity } from "../../values/quantity.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { clusterName, entryIn, releaseIn } from "../basics/platform.ts";
import { ownEntry, runsSeedStack, separateSeedFlag } from "../basics/seed-stack.ts";
import { issuer } from "../certificates/issuer.ts";
import { plannedBackupVolume } from "../storage/backups.ts";
import { bucketJob } from "./bucket-job.ts";
import { chartByHand, deploy, folderOf, gatewayFlag, atCluster, namespaced, verb, type StepRule } from "./step.ts";

/** Why a step about Seeds does not apply to a master alone. */
export const NO_SEED = "User clusters live in Seeds only.";

/** Flags of the Seed's own entry, with the one of a Gateway that the stack needs beside it. */
function entryFlags(read: Reader, cluster: string): readonly (string | false)[] {
  const separate = separateSeedFlag(read, cluster);
  return separate === false ? [] : [separate, gatewayFlag(read)];
}

/** What the Seed's own entry needs by hand. */
function entryByHand(read: Reader, cluster: string): { readonly text: string; readonly commands: readonly string[] } {
  const entry = ownEntry(read, cluster) ? entryIn(read, cluster) : undefined;
  if (!entry || entry.own) return { text: "", commands: [] };
  const { id, separateSeedFlag: flag } = releaseIn(read);
  const folder = folderOf(read, cluster);
  const chart = flag
    ? { text: "", commands: [] }
    : { text: ` The installer of KKP ${id} gives it no entry: the chart of ${entry.title} from the archive is installed by itself.`, commands: [chartByHand(entry.service.namespace, `${folder}/values-seed.yaml`)] };
  if (!entry.seedGatewayByHand) return chart;
  read.cite("kkp.gateway-api-seed");
  const { by } = read.rule(issuer);
  const { namespace, name } = entry.gateway ?? { namespace: "", name: "" };
  return {
    text: `${chart.text} KKP makes a Gateway on the master only; gateway.yaml makes the one of this Seed, called ${name} in the namespace ${namespace} as the charts expect, with a listener for each of its hosts${by === "hand" ? "" : " and one on port 80; their certificates come with the issuer, once cert-manager is there"}. The two policies of the table of settings stand in the same file.`,
    commands: [...chart.commands, namespaced(namespace), `kubectl apply -f ${folder}/gateway.yaml`],
  };
}

/** What a Seed that runs the stack, or one without it, is told about its keys. */
function keysOf(read: Reader, cluster: string, target: string, installing: boolean): string {
  const { bucket } = read.fact(minioBucket);
  if (target === "minio" && installing) return `minio.storeSize is ${quantity(read.rule(plannedBackupVolume, cluster), "Gi")} and minio.storageClass kubermatic-backup; s3Exporter.bucket is ${bucket}. The Job makes the bucket, which neither MinIO nor KKP does.`;
  if (target === "minio") return `minio.storeSize and minio.storageClass stay those of the claim ${read.fact(minioClaim).name}, which a command prints: helm fails on a smaller size and on another class. s3Exporter.bucket is ${bucket}.`;
  const skipped = runsSeedStack(read, cluster) ? "The MinIO keys must be set although MinIO is skipped" : undefined;
  const named = target === "s3" ? read.maybe(backup.cluster.bucket, cluster) : undefined;
  const outside = named ? `s3Exporter names S3 and the bucket${named.kind === "known" ? ` ${named.value}` : " of the table of settings"}, the chart's own ${read.fact(exporterBucket)} stays empty` : undefined;
  const said = [skipped, outside].filter((words) => words !== undefined).join("; ");
  return said === "" ? "" : `${said}.`;
}

/** Charts of the Seed: backup storage, what measures it and, on a Seed apart from the master, its entry. */
export const seedCharts: StepRule = rule({
  id: "runbook.seed-charts",
  title: "Step: charts of the Seed",
  per: "cluster",
  sources: ["kkp.add-seed", "kkp.code.seed-stack", "kkp.code.installer", "kkp.code.s3-exporter-values"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(NO_SEED);
    const target = read.answer(storage.cluster.backupTarget, cluster);
    const [minio, apart, stack] = [target === "minio", ownEntry(read, cluster), runsSeedStack(read, cluster)];
    if (target === "none" && !apart) return read.notApplicable("Its charts serve backups and an entry of its own, and it has neither.");
    const name = clusterName(read, cluster);
    const folder = folderOf(read, cluster);
    const entry = entryByHand(read, cluster);
    const installing = !isRunning(read, "backups");
    const repeated = entryFlags(read, cluster).includes("--migrate-gateway-api") ? " It repeats migrateGatewayAPI: true, without which the flag is refused." : "";
    const { chart, namespace } = read.fact(exporterChart);
    const skipped = minio ? false : `--skip-charts minio${target === "none" ? `,${chart}` : ""}`;
    const exporter = target === "s3" ? [chartByHand(chart, `${folder}/values-seed.yaml`, namespace)] : [];
    return [
      {
        id: `step.seed-charts[${cluster}]`,
        title: `${verb(read, minio || !apart ? "backups" : undefined)} ${minio ? "backup storage" : apart ? "the charts of the Seed" : "the S3 exporter"} on ${name}`,
        text: [`${name}/values-seed.yaml holds the ${stack ? "keys" : "values"}.`, keysOf(read, cluster, target, installing)].filter((words) => words !== "").join(" ") + repeated + entry.text,
        commands: [
          atCluster(read, cluster),
          ...(minio && !installing ? [`kubectl -n ${read.fact(minioClaim).namespace} get persistentvolumeclaims ${read.fact(minioClaim).name}`] : []),
          ...(stack ? [deploy("kubermatic-seed", `${folder}/values-seed.yaml`, [...entryFlags(read, cluster), skipped])] : exporter),
          ...entry.commands,
          ...(minio && installing ? bucketJob(read, cluster) : []),
        ],
        from: read.cell,
        why: minio
          ? installing ? `The Seed object of ${name} is refused while the Secret of its backup destination is missing.` : `Backups of ${name} go on with the charts of the release before until then.`
          : apart ? `${name} stands apart from the master and needs an entry of its own.` : `It measures for Prometheus what lies in the bucket of ${name}; the stack of the installer would bring a MinIO beside it.`,
      },
    ];
  },
});
