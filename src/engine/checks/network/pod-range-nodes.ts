import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { userClusterNodeMask } from "../../facts/balancers.ts";
import { check } from "../../kernel/check.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { formatFigure } from "../../values/figures.ts";
import { parseBlock } from "../../values/range.ts";

/** More nodes than the pod range has shares. */
export const nodeMask = check({
  id: "network.pod-range-nodes",
  title: "The pod range holds a share for each node",
  severity: "blocker",
  per: "datacenter",
  sources: ["kkp.code.resources", "kkp.code.cluster-validation"],
  examine: (read, datacenter, report) => {
    const text = read.answer(network.plan.userClusterPods);
    const block = parseBlock(text);
    const nodes = read.answer(infrastructure.datacenter.nodesPerCluster, datacenter);
    const mask = read.fact(userClusterNodeMask);
    if (!block || block.family === 6) return;
    const most = block.prefix >= mask ? 0 : 2 ** (mask - block.prefix);
    if (nodes <= most) return;
    report({
      title: `${text} ends at ${formatFigure(most)} nodes in one user cluster`,
      message: `Each node takes a /${mask} of the pod range, so ${text} serves ${formatFigure(most)} nodes, and user clusters of ${datacenterName(read, datacenter)} have ${formatFigure(nodes)}${most === 0 ? "; KKP refuses a pod range that is no larger than the share of one node" : ""}.`,
      remedy: "Take a larger pod range before the first user cluster exists, or plan smaller ones.",
      answers: [read.path(network.plan.userClusterPods), read.path(infrastructure.datacenter.nodesPerCluster, datacenter)],
    });
  },
});
