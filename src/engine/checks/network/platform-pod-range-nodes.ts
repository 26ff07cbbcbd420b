import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { platformNodeMask } from "../../facts/balancers.ts";
import { check, type Check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { platformNodeCeiling } from "../../rules/sizing/platform-nodes.ts";
import { formatFigure } from "../../values/figures.ts";
import { widerRange } from "./wider-range.ts";

/** A cluster of the platform with more nodes than its pod range has shares. */
export const platformNodeMaskExceeded: Check = check({
  id: "network.platform-pod-range-nodes",
  title: "The platform's pod range holds a share for each node",
  severity: "blocker",
  per: "cluster",
  sources: ["kubeone.defaults"],
  examine: (read, cluster, report) => {
    const { used, limit, maxUserClusters } = read.rule(platformNodeCeiling, cluster);
    if (used <= limit) return;
    const question = network.plan.platformPods;
    const text = read.answer(question);
    const mask = read.fact(platformNodeMask);
    const most = maxUserClusters === "unlimited" ? "" : ` ${formatFigure(maxUserClusters)} user clusters are the most with it.`;
    report({
      title: `${text} ends at ${formatFigure(limit)} nodes in ${clusterName(read, cluster)}`,
      message: `Each node takes a /${mask} of the pod range, and ${clusterName(read, cluster)} has ${formatFigure(used)} nodes.${most}`,
      remedy: "Take a larger pod range before the cluster is built, larger machines, or more Seeds.",
      fixes: widerRange(read, "range.platform-pods", question),
      running: "Take larger machines, or more Seeds.",
      answers: [read.path(question), read.path(infrastructure.cluster.workerCpu, cluster)],
    });
  },
});
