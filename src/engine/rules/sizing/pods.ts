import { kubernetesPods } from "../../facts/sizing.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { userClustersOf } from "../basics/platform.ts";
import { perUserCluster } from "./load.ts";
import { clusterLoad, clusterSizing } from "./workers.ts";

/** Pods of a Seed against what one Kubernetes cluster is built for. */
export const podCeiling = rule<Ceiling>({
  id: "sizing.pods",
  title: "Pods of the Seed",
  per: "cluster",
  sources: ["kubernetes.large-clusters"],
  derive: (read, cluster) => {
    const input = read.rule(clusterLoad, cluster);
    if (!input.userClusters) return read.notApplicable("User clusters live in Seeds only.");
    const userClusters = read.rule(userClustersOf, cluster);
    const used = read.rule(clusterSizing, cluster).pods;
    const perCluster = perUserCluster(input, (fact) => read.fact(fact)).pods;
    const fixed = used - userClusters * perCluster;
    const limit = read.fact(kubernetesPods);
    return {
      id: `ceiling.pods[${cluster}]`,
      cluster,
      title: "Pods in one Kubernetes cluster",
      used,
      limit,
      unit: "pods",
      maxUserClusters: Math.floor((limit - fixed) / perCluster),
      from: read.cell,
      why: `${formatFigure(fixed)} pods of the platform and ${perCluster} for each of ${formatCount(userClusters, "user cluster")}.`,
    };
  },
});
