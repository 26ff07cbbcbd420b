import { access } from "../../answers/chapters/access.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Report } from "../../kernel/check.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { clusterName, datacenterName, masterCluster, workerNetwork } from "../../rules/basics/platform.ts";
import { contains, parseBlock } from "../../values/range.ts";
import { listed } from "../../values/sentence.ts";

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
  const pods = read.maybe(network.plan.platformPods);
  const wanted = [
    ...datacenters.map((datacenter) => ({ who: `Workers of ${datacenterName(read, datacenter)}`, text: read.rule(workerNetwork, datacenter) })),
    { who: `Nodes of the master ${clusterName(read, master)}`, text: nodesOf(master) },
    { who: `Nodes of the Seed ${clusterName(read, seed)}`, text: nodesOf(seed) },
    ...(pods.kind === "known" ? [{ who: `Pods of the Seed ${clusterName(read, seed)}`, text: pods.value }] : []),
  ];
  return wanted.filter(({ text }) => {
    const block = parseBlock(text);
    return block !== undefined && !blocks.some((range) => contains(range, block));
  });
}

/** What a list of networks guards, as the report about users whom it leaves out calls it. */
interface GuardedWay {
  /** "Source ranges of fra-vsphere" */
  readonly list: string;
  /** "Load balancers drop whoever is not among the allowed ranges": the first part of a sentence. */
  readonly drops: string;
}

/** Reports users whose networks a list leaves out, though firewall rows let them in. */
export function reportUsersLockedOut(read: Reader, report: (finding: Report) => void, path: AnswerPath, allowed: readonly string[], { list, drops }: GuardedWay): void {
  const users = usersLockedOut(read, allowed);
  if (users.length === 0) return;
  const add = `Add ${listed(users)}`;
  report({
    key: "users",
    severity: "warning",
    title: `${list} leave users out`,
    message: `Users come from ${listed(users)} by the plan, and firewall rows let them in from there. ${drops}, so kubectl does not reach API servers of user clusters from there.`,
    remedy: `${add}, or name the networks that users come from instead.`,
    fixes: [{ title: add, set: [{ path, value: [...allowed, ...users] }] }],
    answers: [path, read.path(access.plan.userNetworks)],
  });
}

/** Networks of users that `allowed` leaves out, where it is said where users come from. Those of IPv4: API servers answer there. */
function usersLockedOut(read: Reader, allowed: readonly string[]): readonly string[] {
  const blocks = allowed.flatMap((text) => parseBlock(text) ?? []);
  return [...new Set(read.optional(access.plan.userNetworks) ?? [])].filter((text) => {
    const block = parseBlock(text);
    return block?.family === 4 && !blocks.some((range) => contains(range, block));
  });
}
