import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { ports } from "../../facts/ports.ts";
import { rule } from "../../kernel/rule.ts";
import { hostPort } from "../../values/url-host.ts";
import { secretNames } from "../access/secret-names.ts";
import { clusterName } from "../basics/platform.ts";
import { HUB_SECRET, hubSeeds } from "../workloads/hub-secret.ts";
import { credentialSecret } from "./credential.ts";
import { atCluster, namespaced, onlyInstalling, type StepRule } from "./step.ts";

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
        text: `${files} Its server is https://${hostPort(read.answer(kubelbHub.plan.kubelbApi), read.fact(ports.kubelbApi))}, which KKP hands on to each tenant. The documentation says your KKP cluster; the controller that reads the Secret ${secret} runs on each Seed and looks for it there.`,
        commands: [atCluster(read, cluster), namespaced(namespace), ...commands],
        from: read.cell,
        why: `Without it no user cluster of ${name} becomes a tenant of KubeLB, and its Services wait for an address for ever.`,
      },
    ];
  },
});
