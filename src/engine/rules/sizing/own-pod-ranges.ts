import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { podRangeUse } from "../addresses/pod-range-use.ts";
import { allOf, clusterName, clustersBySize } from "../basics/platform.ts";
import { carriedByNodes } from "./carried-by-nodes.ts";
import { clusterLoad } from "./cluster-load.ts";
import { figureIn } from "./figures.ts";
import { perUserCluster } from "./load.ts";

/** Nodes or pods of a cluster that KubeOne does not build, against those that its ranges of pods hold, and the number of user clusters at which they end. */
export const podRangeUseCeiling = rule<Ceiling>({
  id: "sizing.own-pod-ranges",
  title: "Nodes that the pod ranges of the cluster serve",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const { texts, workers, standIns, pods, addresses, share } = read.rule(podRangeUse, cluster);
    const name = clusterName(read, cluster);
    const row = { id: `ceiling.pod-ranges[${cluster}]`, cluster, raisedBy: "another range", from: read.cell } as const;
    const [ranges, end] = [listed(texts), texts.length === 1 ? "ends" : "end"];
    if (share) {
      const carried = carriedByNodes(read, cluster);
      return {
        ...row,
        title: `Nodes in the pod range of ${name}`,
        used: workers + standIns,
        limit: share.nodes,
        unit: "nodes",
        maxUserClusters: carried?.(share.nodes - standIns) ?? "unlimited",
        why: `Each node takes ${share.words} of ${ranges}, which ${end} at ${formatCount(share.nodes, "node")}; ${name} has ${formatCount(workers, "worker")}, and ${formatFigure(standIns)} more for a while in place of others.`,
      };
    }
    const input = read.rule(clusterLoad, cluster);
    const planned = input.userClusters ? allOf(read.rule(clustersBySize, cluster)) : undefined;
    const each = input.userClusters ? perUserCluster(input, figureIn(read, cluster)).pods : 0;
    return {
      ...row,
      title: `Pods in the pod range of ${name}`,
      used: pods,
      limit: addresses,
      unit: "addresses",
      maxUserClusters: planned === undefined || each === 0 ? "unlimited" : Math.max(0, planned + Math.floor((addresses - pods) / each)),
      why: `${formatCount(pods, "pod")} of ${name} take an address each of ${ranges}${each === 0 ? "" : `, and ${formatFigure(each)} more with each further user cluster`}. No source says how many of them each node keeps for itself, so the last may be missing.`,
    };
  },
});
