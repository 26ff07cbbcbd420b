import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { platformNodeMask } from "../../facts/balancers.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { parseBlock } from "../../values/range.ts";
import { clusterName } from "../basics/platform.ts";
import { carriedByNodes } from "./carried-by-nodes.ts";
import { nodesOfRange } from "./nodes.ts";
import { clusterSizing } from "./workers.ts";

/** The range, read once for all clusters: whether KubeOne's own stands in for it hangs on who builds each of them. */
const podRange = rule<string>({
  id: "sizing.platform-pods",
  title: "Pod range of master and Seeds",
  per: "plan",
  sources: ["kubeone.defaults"],
  derive: (read) => read.answer(network.plan.platformPods),
});

/** Nodes of a cluster that KubeOne builds against those that its pod range serves. */
export const platformNodeCeiling = rule<Ceiling>({
  id: "sizing.platform-pod-range",
  title: "Nodes that the platform's pod range serves",
  per: "cluster",
  sources: ["kubeone.defaults"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable(`${name} is not built by KubeOne; whoever builds it decides how its pod range is cut.`);
    const text = read.rule(podRange);
    const block = parseBlock(text);
    if (block?.family !== 4) return read.notApplicable("The pod range is none of IPv4.");
    const mask = read.fact(platformNodeMask);
    const limit = nodesOfRange(block.prefix, mask);
    const controlPlanes = read.answer(infrastructure.cluster.controlPlanes, cluster);
    const { workers } = read.rule(clusterSizing, cluster);
    const carried = carriedByNodes(read, cluster);
    return {
      id: `ceiling.platform-nodes[${cluster}]`,
      cluster,
      title: "Nodes in one cluster of the platform",
      used: controlPlanes + workers,
      limit,
      unit: "nodes",
      maxUserClusters: carried?.(limit - controlPlanes) ?? "unlimited",
      from: read.cell,
      why: `Each node takes a /${mask} of ${text}, so the range ends at ${formatFigure(limit)} nodes; ${name} has ${formatCount(controlPlanes, "control plane")} and ${formatCount(workers, "worker")}.`,
    };
  },
});
