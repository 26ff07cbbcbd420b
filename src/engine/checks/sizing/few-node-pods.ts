import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { podsPerNode } from "../../facts/sizing/machines.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { clusterSizing } from "../../rules/sizing/workers.ts";
import { formatCount } from "../../values/figures.ts";
import { morePods } from "./more-pods.ts";

/** Nodes of a cluster that is there, which run so few pods that their CPU and memory lie idle. */
export const fewNodePods = check({
  id: "sizing.few-node-pods",
  title: "Nodes of clusters that are there run as many pods as Kubernetes allows",
  severity: "warning",
  per: "cluster",
  sources: ["kubernetes.large-clusters"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone") return;
    const pods = read.answer(versions.cluster.nodePods, cluster);
    const usual = read.fact(podsPerNode);
    if (pods >= usual) return;
    const { boundBy, decidedBy, workers } = read.rule(clusterSizing, cluster);
    if (boundBy !== "pods" || decidedBy !== undefined) return;
    const { decidedBy: why, more, answers } = morePods(read, cluster);
    report({
      title: `Workers of ${clusterName(read, cluster)} run few pods`,
      message: `A worker runs ${formatCount(pods, "pod")} where Kubernetes allows ${usual} unasked. Pods alone decide that ${formatCount(workers, "worker")} are needed, and CPU and memory of each stay idle.${why}`,
      remedy: `${more}; or plan with so many workers.`,
      answers,
    });
  },
});
