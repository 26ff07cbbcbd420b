import { kubernetesPods } from "../../facts/sizing/machines.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { clusterName, clustersBySize } from "../basics/platform.ts";
import { figureOf } from "./figures.ts";
import { perUserCluster, uniform } from "./load.ts";
import { clusterLoad } from "./cluster-load.ts";
import { clusterSizing } from "./workers.ts";

/** Pods of a Seed against what one Kubernetes cluster is built for. */
export const podCeiling = rule<Ceiling>({
  id: "sizing.pods",
  title: "Pods of the Seed",
  per: "cluster",
  sources: ["kubernetes.large-clusters"],
  derive: (read, cluster) => {
    const input = read.rule(clusterLoad, cluster);
    if (!input.userClusters) return read.notApplicable("User clusters live in Seeds only.");
    const counts = read.rule(clustersBySize, cluster);
    const userClusters = counts.small;
    const used = read.rule(clusterSizing, cluster).pods;
    const perCluster = perUserCluster(input, figureOf(read)).pods;
    const fixed = used - userClusters * perCluster;
    const limit = read.fact(kubernetesPods);
    return {
      id: `ceiling.pods[${cluster}]`,
      cluster,
      title: "Pods in one Kubernetes cluster",
      used,
      limit,
      unit: "pods",
      maxUserClusters: counts.medium + counts.large + Math.max(0, Math.floor((limit - fixed) / perCluster)),
      from: read.cell,
      why: !uniform(input)
        ? `${formatCount(used, "pod")} of the platform on ${clusterName(read, cluster)} and of ${formatCount(counts.small + counts.medium + counts.large, "user cluster")}; one more takes up to ${perCluster}.`
        : `${formatFigure(fixed)} pods of the platform on ${clusterName(read, cluster)}${counts.medium + counts.large === 0 ? "" : " and its larger user clusters"} and ${perCluster} for each of ${formatCount(userClusters, "user cluster")}.${counts.medium + counts.large === 0 ? "" : ` One more small one takes ${perCluster}.`}`,
    };
  },
});
