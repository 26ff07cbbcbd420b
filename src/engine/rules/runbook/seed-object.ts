import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { minioBucket } from "../../facts/backup.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { quote } from "../../values/shell.ts";
import { seedCredentials } from "../accounts/seed-accounts.ts";
import { hasProxy } from "../basics/exposure.ts";
import { clusterName, datacentersOf, masterCluster, writtenName } from "../basics/platform.ts";
import { applied, folderOf, onlyInstalling, atCluster, type StepRule } from "./step.ts";
import { NO_SEED } from "./seed-charts.ts";

/** Credentials of S3 outside. */
export const s3Credentials: StepRule = rule({
  id: "runbook.s3-credentials",
  title: "Step: S3 credentials",
  per: "cluster",
  sources: ["kkp.etcd-backups"],
  derive: (read, cluster) => {
    onlyInstalling(read, "backups");
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(NO_SEED);
    if (read.answer(storage.cluster.backupTarget, cluster) !== "s3") return read.notApplicable("Backups do not leave the cluster.");
    const { secret, namespace } = read.fact(minioBucket);
    const folder = folderOf(read, cluster);
    const name = clusterName(read, cluster);
    return [
      {
        id: `step.s3-credentials[${cluster}]`,
        title: `Enter the S3 credentials on ${name}`,
        text: `${name}/access-key-id and ${name}/secret-access-key hold one value from the secret store each and nothing else, no newline either; both are deleted afterwards.`,
        commands: [
          atCluster(read, cluster),
          applied(`kubectl -n ${namespace} create secret generic ${secret} --from-file=ACCESS_KEY_ID=${folder}/access-key-id --from-file=SECRET_ACCESS_KEY=${folder}/secret-access-key`),
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
  sources: ["kkp.add-seed", "kkp.code.datacenter"],
  derive: (read, cluster) => {
    onlyInstalling(read);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(NO_SEED);
    const name = clusterName(read, cluster);
    const folder = folderOf(read, cluster);
    const object = writtenName(read, cluster);
    const secret = quote(`kubeconfig-${object}`);
    const proxy = hasProxy(read, cluster);
    const saved = read.answer(storage.cluster.backupTarget, cluster) !== "none";
    return [
      {
        id: `step.seed-object[${cluster}]`,
        title: `Add ${name} as a Seed`,
        text: `${name}/seed.yaml names the Secret kubeconfig-${name}${saved ? ", the datacenters and the backup destination" : " and the datacenters"}.${fieldsOf(read, cluster)} It is applied on the master${proxy ? "; the last command shows the nodeport-proxy on the Seed" : ""}.`,
        commands: [
          `(umask 077; kubermatic-installer convert-kubeconfig ${folder}/kubeconfig > ${folder}/seed-kubeconfig)`,
          atCluster(read, read.rule(masterCluster)),
          applied(`kubectl -n kubermatic create secret generic ${secret} --from-file=kubeconfig=${folder}/seed-kubeconfig`),
          `rm ${folder}/seed-kubeconfig`,
          `kubectl apply -f ${folder}/seed.yaml`,
          `kubectl -n kubermatic wait ${quote(`seed/${object}`)} --for=jsonpath='{.status.phase}'=Healthy --timeout=15m`,
          ...(proxy ? [atCluster(read, cluster), "kubectl -n kubermatic get service nodeport-proxy"] : []),
        ],
        from: read.cell,
        why: `User clusters cannot be created before ${name} is healthy${proxy ? " and its nodeport-proxy has an address" : ""}.`,
      },
    ];
  },
});

/** What a datacenter holds of credentials beside its fields. */
function credentialsOf(read: Reader, cluster: string, provider: string): string {
  const fields = read.rule(seedCredentials, cluster).filter((credential) => credential.provider.id === provider).map(({ field }) => field.split(".")[0]);
  return fields[0] === undefined ? "" : `, and ${fields[0]} from the secret store`;
}

/** Fields that the datacenters of a Seed cannot do without, one sentence for each infrastructure. */
function fieldsOf(read: Reader, cluster: string): string {
  const used = new Set(
    read.rule(datacentersOf, cluster).flatMap((id) => {
      const provider = read.maybe(infrastructure.datacenter.provider, id);
      return provider.kind === "known" ? [provider.value] : [];
    }),
  );
  return [...used]
    .map((id): Provider => providerOf(id))
    .filter(({ datacenterFields }) => datacenterFields.length > 0)
    .map(({ id, title, datacenterFields }) => ` Datacenters on ${title} name ${listed(datacenterFields.map(({ field }) => field))}${credentialsOf(read, cluster, id)}.`)
    .join("");
}
