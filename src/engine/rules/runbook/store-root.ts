import { exporterChart, minioBucketJob } from "../../facts/backup.ts";
import { storeRootFile, veleroRoot } from "../../facts/store-root.ts";
import { userClusterMlaS3 } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { quote } from "../../values/shell.ts";
import { clusterName } from "../basics/platform.ts";
import { hasRoot, storeCallers, type StoreCaller } from "../storage/store-root.ts";
import { applied, atCluster, namespaced, type StepRule } from "./step.ts";

/** Makes the ConfigMap that a part reads, in its namespace; nothing for parts that take the root from a file of theirs. */
function objectOf(read: Reader, { part }: StoreCaller): readonly string[] {
  const { file, configMap, key, exporterKey } = read.fact(storeRootFile);
  const made = (namespace: string, under = key): readonly string[] => [namespaced(namespace), applied(`kubectl -n ${namespace} create configmap ${configMap} --from-file=${under}=${file}`)];
  if (part === "exporter") return made(read.fact(exporterChart).namespace, exporterKey);
  if (part === "mirror") return made(read.fact(minioBucketJob).namespace);
  return part === "mla" ? made(read.fact(userClusterMlaS3).namespace) : [];
}

/** Hands the root of the object stores to the parts of a cluster that call them. */
export const storeRootStep: StepRule = rule({
  id: "runbook.store-root",
  title: "Step: root of the object stores",
  per: "cluster",
  sources: ["kkp.code.s3-exporter-deployment"],
  derive: (read, cluster) => {
    const callers = read.rule(storeCallers, cluster).filter((caller) => !hasRoot(read, caller) && caller.part !== "user-clusters");
    if (callers.length === 0) return read.notApplicable("No part of it is handed the root by a command.");
    const { file } = read.fact(storeRootFile);
    const name = clusterName(read, cluster);
    const hosts = [...new Set(callers.map(({ address }) => address))];
    const velero = callers.some(({ part }) => part === "velero");
    const inValues = velero ? ` ${name}/values-velero.yaml holds it as one line under ${read.fact(veleroRoot).field}; base64 prints that line.` : "";
    const tried = ` curl prints a status of HTTP, whichever, and no word about the certificate; where this machine does not reach ${hosts.length === 1 ? "the store" : "the stores"}, it is run on a node.`;
    return [
      {
        id: `step.store-root[${cluster}]`,
        title: `Hand the root of the object stores to ${name}`,
        text: `${file} is the root at which the certificates of your object stores end, from the storage team; where there are several, all of them.${inValues}${tried}`,
        commands: [
          atCluster(read, cluster),
          ...callers.flatMap((caller) => objectOf(read, caller)),
          ...(velero ? [`base64 -w0 ${file}`] : []),
          ...hosts.map((host) => `curl -sSI --cacert ${file} ${quote(`https://${host}`)} | head -n 1`),
        ],
        from: read.cell,
        why: `Parts of ${name} call ${listed(hosts)} and refuse a certificate whose root they do not know.`,
      },
    ];
  },
});
