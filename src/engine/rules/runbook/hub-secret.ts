import { rule } from "../../kernel/rule.ts";
import { onlyWhere, quote } from "../../values/shell.ts";
import { secretNames } from "../access/secret-names.ts";
import { clusterName } from "../basics/platform.ts";
import { HUB_SECRET, hubSeeds } from "../workloads/hub-secret.ts";
import { hubApiUrl } from "../workloads/hub-tenant.ts";
import { credentialSecret } from "./credential.ts";
import { atCluster, folderOf, namespaced, onlyInstalling, type StepRule } from "./step.ts";

/** The Secret that the Seed object names for KubeLB, on the cluster whose controller reads it. */
export const hubCredentials: StepRule = rule({
  id: "runbook.hub-secret",
  title: "Step: kubeconfig of KubeLB",
  per: "cluster",
  sources: ["kkp.kubelb", "kubelb.kkp", "kkp.code.kubelb"],
  derive: (read, cluster) => {
    onlyInstalling(read, "load-balancers");
    if (!hubSeeds(read).includes(cluster)) return read.notApplicable("KKP makes no tenant of KubeLB here.");
    const name = clusterName(read, cluster);
    const { namespace, name: secret } = HUB_SECRET;
    const { files, commands } = credentialSecret(read, cluster, { ...HUB_SECRET, files: "kubelb", stored: secretNames.hub });
    return [
      {
        id: `step.hub-secret[${cluster}]`,
        title: `Enter the kubeconfig of KubeLB on ${name}`,
        text: `${files} The line with server: names ${hubApiUrl(read)}: KKP writes it into the kubeconfig of each tenant, whatever KubeLB wrote there; another one holds the commands up and is put right in the file first. The documentation says your KKP cluster; the controller that reads the Secret ${secret} runs on each Seed and looks for it there.`,
        commands: [atCluster(read, cluster), namespaced(namespace), ...onlyWhere(`grep -wF ${quote(`server: ${hubApiUrl(read)}`)} ${folderOf(read, cluster)}/kubelb-kubeconfig`, "kubelb-kubeconfig names another server", commands)],
        from: read.cell,
        why: `Without it no user cluster of ${name} becomes a tenant of KubeLB, and its Services wait for an address for ever.`,
      },
    ];
  },
});
