import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import type { Fact } from "../../facts/fact.ts";
import { nodePortsOfEntry, nodePortsOfProxy } from "../../facts/sizing/node-ports.ts";
import type { Reader } from "../../kernel/rule.ts";
import { servesOwnInterfaces } from "../addresses/slots.ts";
import { proxyRuns, strategiesOf, userClustersWith, type Strategy } from "../basics/exposure.ts";
import { goesAtOnce, replacedAt } from "../basics/platform.ts";

/** Ports per user cluster by strategy, with and without user-cluster MLA. */
export type PortsByStrategy = Readonly<Partial<Record<Strategy, { readonly without: number; readonly withMla: number }>>>;

/** A use of numbered ports that grows with every user cluster. */
export interface PortUse {
  readonly fixed: number;
  readonly perCluster: number;
}

/** How many user clusters fit below a limit of ports. */
export function clustersWithin(limit: number, { fixed, perCluster }: PortUse): number | "unlimited" {
  return perCluster === 0 ? "unlimited" : Math.max(0, Math.floor((limit - fixed) / perCluster));
}

/** Ports that user clusters of a Seed take: how many one of each strategy takes, and all together. */
export interface ClusterPorts {
  /** Ports of the dearest user cluster; the next one may be of that kind. */
  readonly perCluster: number;
  readonly used: number;
  /** "12 × 6", "3 × 4 + 2 × 5": how the sum comes about. */
  readonly sum: string;
}

/** Part of a user cluster's NodePorts that remains where no nodeport-proxy repeats them. */
export const PROXY_SHARE = 0.5;

/** Ports of one user cluster of a Seed by a strategy, without user-cluster MLA and with it. */
export function portsOfOne(read: Reader, fact: Fact<PortsByStrategy>, seed: string, strategy: Strategy, withoutProxy: number): { readonly without: number; readonly withMla: number } {
  const ports = read.fact(fact)[strategy] ?? { without: 0, withMla: 0 };
  const part = strategy === "NodePort" && !read.rule(proxyRuns, seed) ? withoutProxy : 1;
  return { without: ports.without * part, withMla: ports.withMla * part };
}

/** Ports of a user cluster, which waits for the answer about user-cluster MLA only where that matters. */
export const portsOfMla = (read: Reader, { without, withMla }: { readonly without: number; readonly withMla: number }): number =>
  without === withMla || !read.answer(monitoring.plan.userClusterMla) ? without : withMla;

/**
 * Ports of a Seed's user clusters; `withoutProxy` is the part of them that remains with NodePort where no nodeport-proxy
 * repeats them.
 */
export function clusterPorts(read: Reader, fact: Fact<PortsByStrategy>, seed: string, withoutProxy: number): ClusterPorts {
  const parts = read.rule(strategiesOf, seed).map((strategy) => {
    const each = portsOfMla(read, portsOfOne(read, fact, seed, strategy, withoutProxy));
    return { each, count: userClustersWith(read, seed, strategy) };
  });
  return {
    perCluster: Math.max(...parts.map(({ each }) => each)),
    used: parts.reduce((sum, { each, count }) => sum + each * count, 0),
    sum: parts.map(({ each, count }) => `${count} × ${each}`).join(" + "),
  };
}

/** User clusters at which ports end: those planned, and as many of the dearest kind as the rest holds. */
export function mostClusters(limit: number, fixed: number, { perCluster, used }: ClusterPorts, planned: number): number | "unlimited" {
  if (perCluster === 0 || used === planned * perCluster) return clustersWithin(limit, { fixed, perCluster });
  if (fixed + used <= limit) return planned + Math.floor((limit - fixed - used) / perCluster);
  return Math.max(0, Math.floor((planned * (limit - fixed)) / used));
}

/** Whether a Seed carries a platform entry: the shared one, or one in front of its own exposed interfaces. */
const hasEntry = (read: Reader, cluster: string): boolean =>
  read.answer(infrastructure.cluster.role, cluster) !== "seed" || read.rule(servesOwnInterfaces, cluster);

/** Ports that the entry of the release before holds until it is cleaned. */
export const formerPorts = (read: Reader, cluster: string): number =>
  hasEntry(read, cluster) && replacedAt(read, cluster) !== undefined ? read.fact(nodePortsOfEntry) : 0;

/** Ports that the Service of the nodeport-proxy holds: none where it does not run. */
export const proxyPorts = (read: Reader, cluster: string): number => (read.rule(proxyRuns, cluster) ? read.fact(nodePortsOfProxy) : 0);

/** Services of platform entries on a cluster, with that of the release before until it is cleaned. */
export const entryServices = (read: Reader, cluster: string): number => (hasEntry(read, cluster) ? 1 + (replacedAt(read, cluster) === undefined ? 0 : 1) : 0);

/** Ports that the Services of nodeport-proxy and entries hold whatever the number of user clusters. */
export const fixedPorts = (read: Reader, cluster: string): number =>
  proxyPorts(read, cluster) + (hasEntry(read, cluster) ? read.fact(nodePortsOfEntry) : 0) + formerPorts(read, cluster);

/** Why there are more of them during an upgrade; empty otherwise. */
export function untilCleaned(read: Reader, cluster: string): string {
  const ports = formerPorts(read, cluster);
  const before = replacedAt(read, cluster);
  return ports === 0 || before === undefined ? "" : `, ${ports} of them of ${before.title} until it is ${goesAtOnce(before) ? "deleted" : "cleaned"}`;
}
