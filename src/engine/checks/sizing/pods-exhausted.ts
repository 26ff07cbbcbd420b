import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { podCeiling } from "../../rules/sizing/pods.ts";
import { formatFigure } from "../../values/figures.ts";

/** More pods than one Kubernetes cluster is built for. */
export const podsExhausted = check({
  id: "sizing.pods-exhausted",
  title: "Pods of a Seed fit in one Kubernetes cluster",
  severity: "blocker",
  per: "cluster",
  sources: ["kubernetes.large-clusters"],
  examine: (read, cluster, report) => {
    const { used, limit, maxUserClusters } = read.rule(podCeiling, cluster);
    if (used <= limit) return;
    const most = maxUserClusters === "unlimited" ? "" : ` ${formatFigure(maxUserClusters)} user clusters are the most.`;
    report({
      title: `${clusterName(read, cluster)} needs more pods than Kubernetes is built for`,
      message: `Its user clusters take ${formatFigure(used)} of ${formatFigure(limit)} pods.${most}`,
      remedy: "Spread the user clusters over more Seeds.",
      answers: [],
    });
  },
});
