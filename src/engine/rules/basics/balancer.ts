import { lookThrough } from "../../answers/answers.ts";
import { loadBalancer, needsBalancer } from "../../answers/chapters/load-balancer.ts";
import { known, type SourceId, type Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { unneeded } from "../../load-balancers/unneeded.ts";

const isNeeded = (read: Reader, cluster: string): boolean => needsBalancer(lookThrough(read), cluster);

/** What gives Services of a platform cluster their addresses. Waits for the answer. */
export const balancerOf = (read: Reader, cluster: string): LoadBalancerKind =>
  isNeeded(read, cluster) ? loadBalancerKindOf(read.answer(loadBalancer.cluster.kind, cluster)) : unneeded;

/** The same as a value that may be open. Never waits. */
export function balancerValue(read: Reader, cluster: string): Value<LoadBalancerKind> {
  if (!isNeeded(read, cluster)) return known(unneeded);
  const kind = read.maybe(loadBalancer.cluster.kind, cluster);
  return kind.kind === "known" ? known(loadBalancerKindOf(kind.value)) : kind;
}

/** The same where nothing hangs on an answer that is missing; undefined then. Never waits. */
export function balancerSoFar(read: Reader, cluster: string): LoadBalancerKind | undefined {
  if (!isNeeded(read, cluster)) return unneeded;
  const kind = read.optional(loadBalancer.cluster.kind, cluster);
  return kind === undefined ? undefined : loadBalancerKindOf(kind);
}

/** What describes the sessions that a kind keeps with routers. */
export const sessionSources = ({ flows }: LoadBalancerKind): readonly SourceId[] => flows.filter(({ between }) => between === "nodes-and-routers").flatMap(({ sources }) => sources);

/** The answers that tell what gives Services of clusters their addresses, for whoever waits for several at once. */
export const balancersNeeded = (read: Reader, clusters: readonly string[]) =>
  clusters.filter((cluster) => isNeeded(read, cluster)).map((cluster) => [loadBalancer.cluster.kind, cluster] as const);
