import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { providerOf } from "../../providers/registry.ts";
import { buildsBothFamilies, platformDual } from "../../rules/basics/families.ts";
import { clusterName } from "../../rules/basics/platform.ts";

/** Managed Kubernetes where the infrastructure's vendor offers none that this catalogue knows. */
export const managedKubernetes = check({
  id: "providers.managed-kubernetes",
  title: "Managed Kubernetes of the infrastructure",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.install-ce", "kkp.editions"],
  examine: (read, cluster, report) => {
    const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (provider.managedKubernetes !== undefined || read.answer(infrastructure.cluster.provisioning, cluster) !== "managed") return;
    const path = read.path(infrastructure.cluster.provisioning, cluster);
    const canBeBuilt = !platformDual(read) || buildsBothFamilies(read, provider);
    report({
      title: `${provider.title} runs no control plane for ${clusterName(read, cluster)}`,
      message: `${clusterName(read, cluster)} is to be managed Kubernetes, and no such service of ${provider.title} is known here; control-plane machines, their address and their etcd would be missing from this plan.`,
      remedy: canBeBuilt ? "Let KubeOne build the cluster; if another team runs Kubernetes for you, say that the cluster exists." : "KubeOne builds none with both address families there: say that the cluster exists, where another team runs Kubernetes for you, or keep IPv4 for the platform and let KubeOne build the cluster.",
      fixes: [
        ...(canBeBuilt ? [{ title: "Let KubeOne build it", set: [{ path, value: "kubeone" }] }] : []),
        { title: "It is an existing cluster", set: [{ path, value: "existing" }] },
      ],
      answers: [path, read.path(infrastructure.cluster.provider, cluster)],
    });
  },
});
