import { access } from "../../answers/chapters/access.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { managementProxy } from "../../answers/chapters/management-proxy.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Report } from "../../kernel/check.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Fix } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { takesNodeAddresses } from "../../rules/addresses/pods-of-nodes.ts";
import { userApiWays } from "../../rules/addresses/user-api-reach.ts";
import { cloudIsPublic } from "../../rules/basics/cloud-reach.ts";
import { isPrivateBlock, nodesSeen, workersSeen, type Seen } from "../../rules/basics/leaving.ts";
import { clusterName, datacenterName, masterCluster, workerNetwork } from "../../rules/basics/platform.ts";
import { comeBesideUsers } from "../../rules/firewall/forwarding.ts";
import { managementProxyOf } from "../../rules/internet/management-proxy.ts";
import { formatAddress, parseAddress } from "../../values/address.ts";
import { contains, parseBlock } from "../../values/range.ts";
import { capital, continued, listed } from "../../values/sentence.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";

/** A part of the platform that calls API servers of user clusters, and the block that it calls from. */
export interface ApiCaller {
  readonly who: string;
  readonly text: string;
}

/** "is" for a single proxy, "are" for machines and people, who come in numbers. */
export const beVerb = (callers: readonly ApiCaller[]): string => (callers.length === 1 && /^the /i.test(callers[0]?.who ?? "") ? "is" : "are");

/** Callers that a list leaves out. */
export interface LockedOut {
  /** Those whose networks the list must name. */
  readonly missing: readonly ApiCaller[];
  /** Those that arrive at a public load balancer with a public address that this plan does not know, where the list names none at all. */
  readonly translated: readonly ApiCaller[];
  /** Those that arrive with another address from each machine, which no list names before. */
  readonly changing: readonly ApiCaller[];
  /** Whether the list names networks of the platform's own machines and pods, and no other. */
  readonly platformAlone: boolean;
}

/** The infrastructure whose load balancers carry the addresses of a Seed and are public; undefined where its addresses come from elsewhere. */
export function publicFrontOf(read: Reader, seed: string): string | undefined {
  if (balancerOf(read, seed).addressesFrom !== "provider") return undefined;
  return cloudIsPublic(read, seed) ? providerOf(read.answer(infrastructure.cluster.provider, seed)).title : undefined;
}

/** The platform's own callers of API servers that `allowed` leaves out, of those that the Seed runs for these datacenters. */
export function lockedOut(read: Reader, seed: string, datacenters: readonly string[], allowed: readonly string[]): LockedOut {
  const blocks = blocksOf(allowed);
  const master = read.rule(masterCluster);
  const nodesOf = (cluster: string) => read.answer(network.place.nodeNetwork, read.answer(infrastructure.cluster.place, cluster));
  const pods = read.maybe(network.plan.platformPods);
  const front = publicFrontOf(read, seed);
  const ofMaster = { who: `Nodes of the master ${clusterName(read, master)}`, text: nodesOf(master) };
  const arriving = (caller: ApiCaller, of: Rule<Seen>, subject: string) => arrivalOf(read, caller, of, subject, front !== undefined);
  const fromAfar = [
    ...datacenters.map((datacenter) => arriving({ who: `Workers of ${datacenterName(read, datacenter)}`, text: read.rule(workerNetwork, datacenter) }, workersSeen, datacenter)),
    ...(master === seed ? [] : [read.optionalRule(managementProxyOf, seed) === undefined ? arriving(ofMaster, nodesSeen, master) : { callers: [{ who: "The proxy between the master and user clusters", text: ownBlock(read.answer(managementProxy.cluster.managementProxyHost, seed)) }], changing: false }]),
  ];
  const outside = fromAfar.flatMap(({ callers, changing }) => (changing ? [] : callers));
  const inside = [
    ...(master === seed ? [ofMaster] : []),
    { who: `Nodes of the Seed ${clusterName(read, seed)}`, text: nodesOf(seed) },
    ...(pods.kind === "known" && !read.rule(takesNodeAddresses, seed) ? [{ who: `Pods of the Seed ${clusterName(read, seed)}`, text: pods.value }] : []),
  ];
  const users = (read.optional(access.plan.userNetworks) ?? []).filter((text) => parseBlock(text)?.family === 4).map((text) => ({ who: "Users", text }));
  const behind = ({ text }: ApiCaller) => front !== undefined && parseBlock(text) !== undefined && !isPublicBlock(text);
  const isLeftOut = ({ text }: ApiCaller) => {
    const block = parseBlock(text);
    return block !== undefined && !blocks.some((range) => contains(range, block));
  };
  const ownBlocks = [...outside, ...inside].flatMap(({ text }) => parseBlock(text) ?? []);
  return {
    platformAlone: blocks.length > 0 && blocks.every((block) => ownBlocks.some((own) => contains(own, block))),
    missing: [...outside.filter((caller) => !behind(caller)), ...inside].filter(isLeftOut),
    translated: allowed.some(isPublicBlock) ? [] : [...outside, ...users].filter(behind),
    changing: blocks.some(({ family, prefix }) => family === 4 && prefix === 0) ? [] : fromAfar.flatMap(({ callers, changing }) => (changing ? callers : [])),
  };
}

/** What of a caller's addresses arrives at a load balancer; its own network while nobody has said. */
function arrivalOf(read: Reader, caller: ApiCaller, of: Rule<Seen>, subject: string, publicFront: boolean): { readonly callers: readonly ApiCaller[]; readonly changing: boolean } {
  const seen = read.outcome(of, subject);
  if (seen.kind !== "known" || seen.value.as === "own" || (seen.value.onInternet && !publicFront)) return { callers: [caller], changing: false };
  if (seen.value.as === "each") return { callers: [caller], changing: true };
  const stated = seen.value.addresses.flatMap((address) => (address.kind === "known" ? [{ who: caller.who, text: address.value }] : []));
  return { callers: stated.length === 0 ? [caller] : stated, changing: false };
}

/** The block of one address; a host name stays as it is, since nobody knows from here what it leads to. */
function ownBlock(host: string): string {
  const address = parseAddress(host);
  return address === undefined ? host : `${formatAddress(address)}/${address.family === 4 ? "32" : "128"}`;
}

const blocksOf = (allowed: readonly string[]) => allowed.flatMap((text) => parseBlock(text) ?? []);

/** Whether a network of IPv4 is one of the internet. */
const isPublicBlock = (text: string): boolean => parseBlock(text)?.family === 4 && !isPrivateBlock(text);

/** Callers inside a sentence. */
export const spokenCallers = (callers: readonly ApiCaller[]): string => listed(callers.map(({ who, text }) => `${continued(who)} (${text})`));

/** What a list of networks guards, as the report about users whom it leaves out calls it. */
interface GuardedWay {
  /** What the list itself names, where more is let in beside it. */
  readonly own?: readonly string[];
  /** "Source ranges of fra-vsphere" */
  readonly list: string;
  /** "Load balancers drop whoever is not among the allowed ranges": the first part of a sentence. */
  readonly drops: string;
  /** How every network is let in again. */
  readonly open: Fix;
}

/** Reports callers of a public load balancer, where a list names private networks alone. */
export function reportPrivateAlone(read: Reader, report: (finding: Report) => void, path: AnswerPath, seed: string, callers: readonly ApiCaller[], { list, drops, open }: GuardedWay): void {
  if (callers.length === 0) return;
  read.cite("rfc.1918", "azure.outbound");
  report({
    key: "private",
    title: `${list} name no public address`,
    message: `Load balancers of ${publicFrontOf(read, seed) ?? ""} are public, so ${spokenCallers(callers)} arrive with the public addresses of their way out, which no private network matches. ${drops}.`,
    remedy: "Add the public addresses that they leave from, which a NAT gateway, an outbound rule or a firewall of their network has.",
    fixes: [open],
    answers: [path],
  });
}

/** Reports callers that no list can name before they are there. */
export function reportChanging(read: Reader, report: (finding: Report) => void, path: AnswerPath, callers: readonly ApiCaller[], { list, drops, open }: GuardedWay): void {
  if (callers.length === 0) return;
  read.cite("kkp.apiserver-policies");
  report({
    key: "changing",
    severity: "warning",
    title: `${list} cannot name machines that come later`,
    message: `${capital(spokenCallers(callers))} arrive with an address of each machine, which nobody knows before it is made. ${drops}.`,
    remedy: "Give these machines a way out by a gateway with fixed addresses and name those, name a block that holds the addresses of all machines, or let every network in.",
    fixes: [open],
    answers: [path],
  });
}

/** Reports people on the internet whom a list leaves out, though firewall rows let them in. */
export function reportInternetLockedOut(read: Reader, report: (finding: Report) => void, path: AnswerPath, seed: string, allowed: readonly string[], { list, drops, open }: GuardedWay): void {
  const dials = read.outcome(internetDials, seed);
  if (dials.kind !== "known" || !dials.value || blocksOf(allowed).some(({ family, prefix }) => family === 4 && prefix === 0)) return;
  report({
    key: "internet",
    severity: "warning",
    title: `${list} leave people on the internet out`,
    message: `Firewall rows let people on the internet dial API servers of user clusters of ${clusterName(read, seed)}, and the list names ${listed(allowed)} alone. ${drops}, so kubectl reaches nothing from anywhere else.`,
    remedy: "Add the public networks that people work from, or let every network in.",
    fixes: [open],
    answers: [path, read.path(access.plan.userNetworks)],
  });
}

/** Whether people on the internet have a row of their own to API servers of a Seed's user clusters. */
const internetDials = rule<boolean>({
  id: "exposure.internet-dials",
  title: "Whether the internet dials user clusters",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  derive: (read, cluster) => comeBesideUsers(read) && userApiWays(read, cluster).some(({ public: reached }) => reached),
});

/** Reports users whose networks a list leaves out, though firewall rows let them in. */
export function reportUsersLockedOut(read: Reader, report: (finding: Report) => void, path: AnswerPath, seed: string, allowed: readonly string[], { list, drops, own = allowed }: GuardedWay): void {
  const users = usersLockedOut(read, allowed, publicFrontOf(read, seed) !== undefined);
  if (users.length === 0) return;
  const add = `Add ${listed(users)}`;
  report({
    key: "users",
    severity: "warning",
    title: `${list} leave users out`,
    message: `Users come from ${listed(users)} by the plan, and firewall rows let them in from there. ${drops}, so kubectl does not reach API servers of user clusters from there.`,
    remedy: `${add}, or name the networks that users come from instead.`,
    fixes: [{ title: add, set: [{ path, value: [...own, ...users] }] }],
    answers: [path, read.path(access.plan.userNetworks)],
  });
}

/** Reports a list without any network that people could work from, where nobody has said which these are: rows let them in from everywhere. */
export function reportUsersUnnamed(read: Reader, report: (finding: Report) => void, path: AnswerPath, seed: string, { platformAlone }: LockedOut, { list, drops, open }: GuardedWay): void {
  if (!platformAlone || (read.optional(access.plan.userNetworks) ?? []).length > 0) return;
  const dials = read.outcome(internetDials, seed);
  // People on the internet are told of by a finding of their own.
  if (dials.kind === "known" && dials.value) return;
  report({
    key: "users-unnamed",
    severity: "warning",
    title: `${list} name no network of users`,
    message: `By the plan users come from everywhere, and firewall rows let them in so; every network of the list is one of the platform's own machines or pods. ${drops}, so kubectl reaches no API server of user clusters from where people work.`,
    remedy: "State the networks that users come from and add them to the list, or let every network in.",
    fixes: [open],
    answers: [path, read.path(access.plan.userNetworks)],
  });
}

/** Networks of users that `allowed` leaves out, where it is said where users come from. Those of IPv4: API servers answer there; and of these the public ones alone where a public front shows it no other. */
function usersLockedOut(read: Reader, allowed: readonly string[], publicFront: boolean): readonly string[] {
  const blocks = blocksOf(allowed);
  return [...new Set(read.optional(access.plan.userNetworks) ?? [])].filter((text) => {
    const block = parseBlock(text);
    return block?.family === 4 && (!publicFront || isPublicBlock(text)) && !blocks.some((range) => contains(range, block));
  });
}
