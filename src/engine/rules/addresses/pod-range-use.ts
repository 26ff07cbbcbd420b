import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { podAddresses } from "../../answers/chapters/pod-addresses.ts";
import { versions } from "../../answers/chapters/versions.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { formatCount } from "../../values/figures.ts";
import { parseBlock, prefixFor, sizeOf, type Block } from "../../values/range.ts";
import { clusterSizing, workerGroups } from "../sizing/workers.ts";
import { standIns } from "./network-use.ts";
import { endsKept } from "./pod-address-use.ts";
import { podsSeen } from "./pods-seen.ts";

/** Ranges of pods of a cluster that KubeOne does not build, and how far they reach. */
export interface PodRangeUse {
  readonly texts: readonly string[];
  readonly path: AnswerPath;
  readonly workers: number;
  /** Workers that replace others for a while. */
  readonly standIns: number;
  readonly pods: number;
  /** Addresses that pods can have in all, and those of each range that the infrastructure keeps. */
  readonly addresses: number;
  readonly kept: number;
  /** How nodes share them; absent where no source says, so that each pod counts for itself. */
  readonly share?: {
    /** Addresses that a node takes in the end. */
    readonly each: number;
    /** The same inside a sentence: "a /24", "112 addresses". */
    readonly words: string;
    /** Nodes for which they last in the end, and as long as nodes take the least. */
    readonly nodes: number;
    readonly most: number;
  };
}

/** What a rule of these ranges names as its cluster's: its own, or those of the platform where it has no others or shows none. */
export const podRangeUse = rule<PodRangeUse>({
  id: "addresses.pod-range-use",
  title: "Nodes in the ranges of pods",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const made = read.answer(infrastructure.cluster.provisioning, cluster);
    if (made === "kubeone") return read.notApplicable("KubeOne builds it and cuts its range.");
    const { managedKubernetes }: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const as = read.rule(podsSeen, cluster).as ?? read.answer(podAddresses.cluster.podsSeen, cluster);
    if (as === "node-network") return read.notApplicable("Its pods take addresses of the node network.");
    const cut = made === "managed" ? managedKubernetes?.podAddresses?.shares?.[as] : undefined;
    if (as === "nodes" && !cut) return read.notApplicable("No source says how its range is cut, and nobody outside sees it.");
    const [texts, path] = rangesOf(read, cluster, as);
    const blocks = texts.flatMap((text) => parseBlock(text) ?? []).filter(({ family }) => family === 4);
    if (blocks.length === 0) return read.notApplicable("It has no range of IPv4.");
    const { workers, pods } = read.rule(clusterSizing, cluster);
    const use = { texts, path, workers, standIns: standIns(read, read.rule(workerGroups, cluster)), pods };
    if (!cut) return { ...use, kept: 0, addresses: blocks.reduce((sum, block) => sum + countOf(block), 0) };
    const [figure, most] = [read.fact(cut.figure), read.answer(versions.cluster.nodePods, cluster)];
    const least = cut.least(figure, most);
    const each = cut.most?.(figure, most) ?? least;
    // What is cut into blocks leaves nothing at its ends; a subnet from which single addresses are taken does.
    const ends = cut.most && endsKept(read, cluster);
    const kept = ends ? ends.first + ends.last : 0;
    const counts = blocks.map((block) => Math.max(0, countOf(block) - kept));
    const nodesBy = (count: number) => counts.reduce((sum, one) => sum + Math.floor(one / count), 0);
    return { ...use, kept, addresses: counts.reduce((sum, one) => sum + one, 0), share: { each, words: cut.most ? formatCount(each, "address", "addresses") : `a /${32 - Math.log2(each)}`, nodes: nodesBy(each), most: nodesBy(least) } };
  },
});

const countOf = (block: Block): number => Number(sizeOf(block));

function rangesOf(read: Reader, cluster: string, as: "own" | "nodes"): readonly [readonly string[], AnswerPath] {
  const { platformPods } = network.plan;
  if (as === "nodes" || read.subjects("cluster").length === 1) return [[read.answer(platformPods)], read.path(platformPods)];
  return [read.answer(podAddresses.cluster.podRanges, cluster), read.path(podAddresses.cluster.podRanges, cluster)];
}

/** Whether the ranges are too few for what takes addresses for certain, or for what is planned with. */
export function lackingIn({ workers, standIns: more, pods, addresses, share }: PodRangeUse): "certain" | "planned" | undefined {
  // Where nodes take few addresses at first, pods that run need theirs all the same.
  if (pods > addresses || (share && workers > share.most)) return "certain";
  return share && workers + more > share.nodes ? "planned" : undefined;
}

/** The prefix of a block that holds what other ranges do not, of so many addresses each. */
export function prefixNeeded({ workers, standIns: more, pods, kept, share }: PodRangeUse, others: readonly number[]): number {
  const beside = (each: number) => others.reduce((sum, count) => sum + Math.max(0, Math.floor((count - kept) / each)), 0);
  const needed = share ? share.each * Math.max(1, workers + more - beside(share.each)) : Math.max(1, pods - beside(1));
  return prefixFor(BigInt(needed + kept), 4);
}
