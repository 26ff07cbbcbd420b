import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { platformKubernetes } from "../../facts/releases.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName, installedRelease, releaseIn } from "../basics/platform.ts";
import { newKubernetesTitle } from "../runbook/machine-titles.ts";
import { itemOf, type Draft } from "./item.ts";

/** The Kubernetes that a platform cluster must run before an upgrade: KKP moves user clusters and none of its own. */
const kubernetesBefore = rule<readonly Draft[]>({
  id: "checklist.platform-kubernetes",
  title: "Checklist: Kubernetes of a platform cluster",
  per: "cluster",
  sources: ["kkp.supported-versions"],
  derive: (read, cluster) => {
    const before = read.rule(installedRelease);
    read.fact(platformKubernetes);
    const provisioning = read.answer(infrastructure.cluster.provisioning, cluster);
    const provider: Provider | undefined = provisioning === "managed" ? providerOf(read.answer(infrastructure.cluster.provider, cluster)) : undefined;
    if (provider?.managedKubernetes) read.cite(...provider.managedKubernetes.sources);
    if (provisioning === "kubeone") read.cite("kubeone.upgrading");
    const upgrader = { kubeone: "Whoever keeps its kubeone.yaml", managed: provider?.managedKubernetes?.name ?? "The provider", existing: "Whoever built it" }[provisioning];
    const name = clusterName(read, cluster);
    const { id, kubernetes } = releaseIn(read);
    const versions = `Kubernetes ${kubernetes.oldest} to ${kubernetes.newest}`;
    return [
      itemOf(read, `platform-kubernetes[${cluster}]`, {
        title: `${name} on ${versions}`,
        team: provisioning === "kubeone" ? "platform" : "infrastructure",
        chapter: "infrastructure",
        verify: `\`kubectl get nodes\` shows each as Ready on ${versions}${provisioning === "kubeone" ? `; until then the step “${newKubernetesTitle(read, cluster)}” of the runbook has the commands` : ""}`,
        why: `${upgrader} upgrades ${name}; KKP ${id} runs on these versions, and the step from ${before.id} moves none of them.`,
      }),
    ];
  },
});

export const platformKubernetesItems: readonly Rule<readonly Draft[]>[] = [kubernetesBefore];
