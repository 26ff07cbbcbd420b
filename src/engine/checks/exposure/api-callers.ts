import { access } from "../../answers/chapters/access.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Reader } from "../../kernel/rule.ts";
import { clusterName, datacenterName, masterCluster, workerNetwork } from "../../rules/basics/platform.ts";
import { contains, parseBlock } from "../../values/range.ts";

/** A part of the platform that calls API servers of user clusters, and the block that it calls from. */
export interface ApiCaller {
  readonly who: string;
  readonly text: string;
}

/** The platform's own callers of API servers that `allowed` leaves out, of those that the Seed runs for these datacenters. */
export function lockedOut(read: Reader, seed: string, datacenters: readonly string[], allowed: readonly string[]): readonly ApiCaller[] {
  const blocks = allowed.flatMap((text) => parseBlock(text) ?? []);
  const master = read.rule(masterCluster);
  const nodesOf = (cluster: string) => read.answer(network.place.nodeNetwork, read.answer(infrastructure.cluster.place, cluster));
  const wanted = [
    ...datacenters.map((datacenter) => ({ who: `Workers of ${datacenterName(read, datacenter)}`, text: read.rule(workerNetwork, datacenter) })),
    { who: `Nodes of the master ${clusterName(read, master)}`, text: nodesOf(master) },
    { who: `Nodes of the Seed ${clusterName(read, seed)}`, text: nodesOf(seed) },
    { who: `Pods of the Seed ${clusterName(read, seed)}`, text: read.answer(network.plan.platformPods) },
  ];
  return wanted.filter(({ text }) => {
    const block = parseBlock(text);
    return block !== undefined && !blocks.some((range) => contains(range, block));
  });
}

/** Networks of users that `allowed` leaves out, where it is said where users come from. Those of IPv4: API servers answer there. */
export function usersLockedOut(read: Reader, allowed: readonly string[]): readonly string[] {
  const blocks = allowed.flatMap((text) => parseBlock(text) ?? []);
  return [...new Set(read.optional(access.plan.userNetworks) ?? [])].filter((text) => {
    const block = parseBlock(text);
    return block?.family === 4 && !blocks.some((range) => contains(range, block));
  });
}
