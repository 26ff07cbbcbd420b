import { families } from "../../answers/chapters/families.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import type { Question } from "../../answers/question.ts";
import { userClusterNodeMask } from "../../facts/balancers.ts";
import { machineSurge } from "../../facts/quality.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { parseBlock } from "../../values/range.ts";
import { clustersIn, datacenterName } from "../basics/platform.ts";

/** Nodes of a user cluster of one size. */
export interface NodesOfSize {
  readonly count: number;
  readonly nodes: number;
  readonly question: Question<number>;
}

/** User clusters of a datacenter by size, with the nodes that each has; sizes that do not occur are left out. */
export function nodesBySize(read: Reader, datacenter: string): readonly NodesOfSize[] {
  const { small, medium, large } = read.rule(clustersIn, datacenter);
  const sizes = [
    { count: small, question: infrastructure.datacenter.nodesPerCluster },
    { count: medium, question: sizing.datacenter.nodesPerMediumCluster },
    { count: large, question: sizing.datacenter.nodesPerLargeCluster },
  ];
  return sizes.filter(({ count }) => count > 0).map((size) => ({ ...size, nodes: read.answer(size.question, datacenter) }));
}

/** Nodes of a datacenter's user clusters with those that replace others during an update, and how they come about. */
export interface NodesToMake {
  readonly clusters: number;
  readonly nodes: number;
  /** Nodes that stand in for others for a while: as many for each user cluster. */
  readonly surge: number;
  /** Numbers of user clusters and their nodes, as a sum: "8 × 4 nodes + 1 × 9 nodes". */
  readonly sum: string;
}

/** Undefined where no user cluster is planned. */
export function nodesToMake(read: Reader, datacenter: string): NodesToMake | undefined {
  const sizes = nodesBySize(read, datacenter);
  if (sizes.length === 0) return undefined;
  const clusters = sizes.reduce((sum, { count }) => sum + count, 0);
  return {
    clusters,
    nodes: sizes.reduce((sum, { count, nodes }) => sum + count * nodes, 0),
    surge: clusters * read.fact(machineSurge),
    sum: sizes.map(({ count, nodes }) => `${formatFigure(count)} × ${formatCount(nodes, "node")}`).join(" + "),
  };
}

/** Nodes of all user clusters of a datacenter. */
export const nodesOf = rule<number>({
  id: "sizing.nodes-of-user-clusters",
  title: "Nodes of user clusters",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => nodesBySize(read, datacenter).reduce((sum, { count, nodes }) => sum + count * nodes, 0),
});

/** Nodes that a range of pods serves when each takes a share of it. None where the range is no larger than one share. */
export const nodesOfRange = (prefix: number, mask: number): number => (prefix >= mask ? 0 : 2 ** Math.min(52, mask - prefix));

/** Question about the IPv4 range that pods of a datacenter's user clusters use. */
export function podRangeOf(read: Reader, datacenter: string): Question<string> {
  const provider: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
  return provider.nested === true ? families.plan.nestedPods : network.plan.userClusterPods;
}

/** Nodes of the largest user cluster of a datacenter; none where no user cluster is planned. */
export const mostNodes = rule<number>({
  id: "sizing.most-nodes",
  title: "Nodes of the largest user cluster",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => Math.max(0, ...nodesBySize(read, datacenter).map(({ nodes }) => nodes)),
});

/** Nodes of the largest user cluster of a datacenter, and those at which its pod range ends. */
export const podRangeCeiling = rule<Ceiling>({
  id: "sizing.pod-range",
  title: "Nodes that the pod range serves",
  per: "datacenter",
  sources: ["kkp.code.resources", "kkp.code.cluster-validation"],
  derive: (read, datacenter) => {
    const text = read.answer(podRangeOf(read, datacenter));
    const block = parseBlock(text);
    if (block?.family !== 4) return read.notApplicable("The pod range is none of IPv4.");
    const used = read.rule(mostNodes, datacenter);
    if (used === 0) return read.notApplicable("No user cluster is planned here.");
    const mask = read.fact(userClusterNodeMask);
    const limit = nodesOfRange(block.prefix, mask);
    const name = datacenterName(read, datacenter);
    return {
      id: `ceiling.pod-range[${datacenter}]`,
      cluster: read.answer(infrastructure.datacenter.seed, datacenter),
      title: `Nodes in one user cluster of ${name}`,
      used,
      limit,
      unit: "nodes",
      maxUserClusters: "unlimited",
      from: read.cell,
      why: `Each node of a user cluster in ${name} takes a /${mask} of ${text}, so a cluster ends at ${formatFigure(limit)} nodes; every user cluster has the range for itself, however many there are.`,
    };
  },
});
