import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import type { Fact } from "../../facts/fact.ts";
import { nodePortsOfEntry, nodePortsOfProxy } from "../../facts/sizing.ts";
import type { Reader } from "../../kernel/rule.ts";
import { servesOwnInterfaces } from "../addresses/slots.ts";
import { exposeStrategy, replacedEntry } from "../basics/platform.ts";

type Strategy = "NodePort" | "LoadBalancer" | "Tunneling";

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

/** Ports one user cluster of this plan takes. Waits for the answer about user-cluster MLA only where it matters. */
export function portsPerCluster(read: Reader, fact: Fact<PortsByStrategy>): number {
  const ports = read.fact(fact)[read.rule(exposeStrategy)] ?? { without: 0, withMla: 0 };
  if (ports.without === ports.withMla) return ports.without;
  return read.answer(monitoring.plan.userClusterMla) ? ports.withMla : ports.without;
}

/** Whether a Seed carries a platform entry: the shared one, or one in front of its own exposed interfaces. */
const hasEntry = (read: Reader, cluster: string): boolean =>
  read.answer(infrastructure.cluster.role, cluster) !== "seed" || read.rule(servesOwnInterfaces, cluster);

/** Ports that the entry of the release before holds until it is cleaned. */
export const formerPorts = (read: Reader, cluster: string): number =>
  hasEntry(read, cluster) && read.optionalRule(replacedEntry) !== undefined ? read.fact(nodePortsOfEntry) : 0;

/** Ports that the Services of nodeport-proxy and entries hold whatever the number of user clusters. */
export const fixedPorts = (read: Reader, cluster: string): number =>
  read.fact(nodePortsOfProxy) + (hasEntry(read, cluster) ? read.fact(nodePortsOfEntry) : 0) + formerPorts(read, cluster);

/** Why there are more of them during an upgrade; empty otherwise. */
export function untilCleaned(read: Reader, cluster: string): string {
  const ports = formerPorts(read, cluster);
  const before = read.optionalRule(replacedEntry);
  return ports === 0 || before === undefined ? "" : `, ${ports} of them of ${before.entry.title} until it is cleaned`;
}
