import { lookThrough } from "../../answers/answers.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import type { Question } from "../../answers/question.ts";
import type { Reader } from "../../kernel/rule.ts";
import { formatBlock, overlapOf, parseBlock, type Block, type Range } from "../../values/range.ts";
import { clusterName, datacenterName } from "../basics/platform.ts";
import { takesWorkloadBlock } from "../workloads/supplier.ts";
import { balancerValue } from "../basics/balancer.ts";

/** A block that Services take addresses from, inside a network of machines. */
export interface ServiceBlock {
  readonly text: string;
  readonly whose: string;
  /** What it shares with the network. */
  readonly range: Range;
}

/** Such blocks, as far as they are stated, and the questions whose answers could add one. */
export interface ServiceBlocks {
  readonly inside: readonly ServiceBlock[];
  readonly open: readonly (readonly [question: Question<unknown>, subject: string])[];
}

/** Whether Services of a datacenter take addresses from a block of the customer, as far as anybody knows. */
export function mayTakeBlock(read: Reader, datacenter: string): boolean {
  const takes = read.outcome(takesWorkloadBlock, datacenter);
  return takes.kind === "known" ? takes.value : loadBalancer.datacenter.workloadBlock.asked?.(lookThrough(read), datacenter) === true;
}

/** Blocks of Services of these datacenters' user clusters and of these platform clusters that lie in a network. */
export function serviceBlocksIn(read: Reader, network: Block, datacenters: readonly string[], clusters: readonly string[]): ServiceBlocks {
  const kinds = clusters.map((id) => [id, balancerValue(read, id)] as const);
  const asked = [
    ...kinds.flatMap(([id, kind]) => (kind.kind === "known" && kind.value.addressesFrom === "pool" ? [[loadBalancer.cluster.pool, id, clusterName(read, id)] as const] : [])),
    ...datacenters.flatMap((id) => (mayTakeBlock(read, id) ? [[loadBalancer.datacenter.workloadBlock, id, datacenterName(read, id)] as const] : [])),
  ];
  const stated = asked.map(([question, id, whose]) => ({ question, id, whose, block: read.maybe(question, id) }));
  return {
    inside: stated.flatMap(({ block, whose }) => {
      const parsed = block.kind === "known" ? parseBlock(block.value) : undefined;
      const range = parsed && overlapOf(network, parsed);
      return parsed && range ? [{ text: formatBlock(parsed), whose, range }] : [];
    }),
    open: [
      ...kinds.flatMap(([id, kind]) => (kind.kind === "open" ? [[loadBalancer.cluster.kind, id] as const] : [])),
      ...stated.flatMap(({ question, id, block }) => (block.kind === "open" ? [[question, id] as const] : [])),
    ],
  };
}
