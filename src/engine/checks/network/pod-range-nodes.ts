import { families } from "../../answers/chapters/families.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Question } from "../../answers/question.ts";
import { platformNodeMask, userClusterNodeMask, userClusterNodeMask6 } from "../../facts/balancers.ts";
import { check, type Check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { freeBlockNear } from "../../rules/addresses/free-block.ts";
import { clusterName, datacenterName } from "../../rules/basics/platform.ts";
import { nodesBySize, nodesOfRange, podRangeOf } from "../../rules/sizing/nodes.ts";
import { platformNodeCeiling } from "../../rules/sizing/platform-nodes.ts";
import { formatFigure } from "../../values/figures.ts";
import { parseBlock, prefixFor } from "../../values/range.ts";

/** A range that is free, in place of one that has too few shares. */
function widerRange(read: Reader, id: string, question: Question<string>, mask: number, nodes: number): readonly { readonly title: string; readonly set: readonly { readonly path: string; readonly value: string }[] }[] {
  const block = parseBlock(read.answer(question));
  const value = block && freeBlockNear(read, id, block, Math.min(block.prefix, mask - (block.family === 4 ? 32 : 128) + prefixFor(BigInt(nodes), block.family)));
  return value === undefined ? [] : [{ title: `Use ${value}`, set: [{ path: read.path(question), value }] }];
}

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
        fixes: block.family === 4 ? widerRange(read, range.id, range.question, range.mask, largest.nodes) : [],
        running: `Plan user clusters of at most ${formatFigure(most)} nodes, or create larger ones anew with a larger pod range.`,
        answers: [read.path(range.question), read.path(largest.question, datacenter)],
      });
    }
  },
});

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
      fixes: widerRange(read, "range.platform-pods", question, mask, used),
      running: "Take larger machines, or more Seeds.",
      answers: [read.path(question), read.path(infrastructure.cluster.workerCpu, cluster)],
    });
  },
});
