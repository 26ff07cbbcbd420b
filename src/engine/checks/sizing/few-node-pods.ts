import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { podsPerNode } from "../../facts/sizing.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { clusterSizing } from "../../rules/sizing/workers.ts";
import { formatCount } from "../../values/figures.ts";

/** Nodes of a cluster that is there, which run so few pods that their CPU and memory lie idle. */
export const fewNodePods = check({
  id: "sizing.few-node-pods",
  title: "Nodes of clusters that are there run as many pods as Kubernetes allows",
  severity: "warning",
  per: "cluster",
  sources: ["kubernetes.large-clusters"],
  examine: (read, cluster, report) => {
    const provisioning = read.answer(infrastructure.cluster.provisioning, cluster);
    if (provisioning === "kubeone") return;
    const pods = read.answer(versions.cluster.nodePods, cluster);
    const usual = read.fact(podsPerNode);
    if (pods >= usual) return;
    const { boundBy, decidedBy, workers } = read.rule(clusterSizing, cluster);
    if (boundBy !== "pods" || decidedBy !== undefined) return;
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const service = provisioning === "managed" ? provider.managedKubernetes?.nodePods : undefined;
    if (service) read.cite(...service.sources);
    report({
      title: `Workers of ${clusterName(read, cluster)} run few pods`,
      message: `A worker runs ${formatCount(pods, "pod")} where Kubernetes allows ${usual} unasked. Pods alone decide that ${formatCount(workers, "worker")} are needed, and CPU and memory of each stay idle.${service ? ` ${service.decidedBy}` : ""}`,
      remedy: `${service?.more ?? "Raise maxPods of the kubelet where ranges for pods allow it"}; or plan with so many workers.`,
      answers: [read.path(versions.cluster.nodePods, cluster)],
    });
  },
});
