import { families } from "../../answers/chapters/families.ts";
import { network } from "../../answers/chapters/network.ts";
import { userClusterNodeMask, userClusterNodeMask6 } from "../../facts/balancers.ts";
import { check, type Check } from "../../kernel/check.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { nodesBySize, nodesOfRange, podRangeOf } from "../../rules/sizing/nodes.ts";
import { formatFigure } from "../../values/figures.ts";
import { parseBlock } from "../../values/range.ts";
import { widerRange } from "./wider-range.ts";

/** User clusters with more nodes than a pod range has shares, by its families. */
export const nodeMask: Check = check({
  id: "network.pod-range-nodes",
  title: "The pod range holds a share for each node",
  severity: "blocker",
  per: "datacenter",
  sources: ["kkp.code.resources", "kkp.code.cluster-validation"],
  examine: (read, datacenter, report) => {
    const question = podRangeOf(read, datacenter);
    const dual = read.answer(families.plan.ipFamily) === "dual";
    const ranges = [
      { question, mask: read.fact(userClusterNodeMask), id: question === network.plan.userClusterPods ? "range.user-cluster-pods" : "range.user-cluster-pods-nested" },
      ...(dual ? [{ question: families.plan.userClusterPods6, mask: read.fact(userClusterNodeMask6), id: "range.user-cluster-pods-v6" }] : []),
    ];
    const [largest] = nodesBySize(read, datacenter).toSorted((a, b) => b.nodes - a.nodes);
    if (!largest) return;
    for (const range of ranges) {
      const text = read.answer(range.question);
      const block = parseBlock(text);
      if (!block || (block.family === 6) !== (range.question === families.plan.userClusterPods6)) continue;
      const most = nodesOfRange(block.prefix, range.mask);
      if (largest.nodes <= most) continue;
      report({
        ...(block.family === 6 ? { key: "ipv6" } : {}),
        title: `${text} ends at ${formatFigure(most)} nodes in one user cluster`,
        message: `Each node takes a /${range.mask} of the pod range, so ${text} serves ${formatFigure(most)} nodes, and user clusters of ${datacenterName(read, datacenter)} have ${formatFigure(largest.nodes)}${most === 0 ? "; KKP refuses a pod range that is no larger than the share of one node" : ""}.`,
        remedy: "Take a larger pod range before the first user cluster exists, or plan smaller ones.",
        fixes: block.family === 4 ? widerRange(read, range.id, range.question) : [],
        running: `Plan user clusters of at most ${formatFigure(most)} nodes, or create larger ones anew with a larger pod range.`,
        answers: [read.path(range.question), read.path(largest.question, datacenter)],
      });
    }
  },
});
