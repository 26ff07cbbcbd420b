import { access } from "../../answers/chapters/access.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { managementProxy } from "../../answers/chapters/management-proxy.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Report } from "../../kernel/check.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { Fix } from "../../plan/plan.ts";
import { providerOf } from "../../providers/registry.ts";
import { podsSeen } from "../../rules/addresses/pods-seen.ts";
import { handedOutReach } from "../../rules/addresses/entry-reach.ts";
import { userApiWays } from "../../rules/addresses/user-api-reach.ts";
import { cloudIsPublic, floatingIsPublic } from "../../rules/basics/cloud-reach.ts";
import { isPrivateBlock, nodesSeen, seenSoFar, workersSeen, type Seen } from "../../rules/basics/leaving.ts";
import { clusterName, datacenterName, masterCluster, workerNetwork } from "../../rules/basics/platform.ts";
import { answersByName } from "../../rules/dns/target.ts";
import { comeBesideUsers } from "../../rules/firewall/forwarding.ts";
import { managementProxyOf } from "../../rules/internet/management-proxy.ts";
import { formatAddress, parseAddress } from "../../values/address.ts";
import { contains, formatBlock, parseBlock, type Block } from "../../values/range.ts";
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
  /** Whether somebody must say first how far the load balancers reach: then it holds those alone whose addresses do not hang on it. */
  readonly undecided: boolean;
  /** All whose networks are known, as they arrive, users among them. */
  readonly arriving: readonly ApiCaller[];
  /** Those whose networks the list must name. */
  readonly missing: readonly ApiCaller[];
  /** Those that arrive at a public load balancer with a public address that this plan does not know, and that nothing in the list can be meant for. */
  readonly translated: readonly ApiCaller[];
  /** Those that arrive with another address from each machine, which no list names before. */
  readonly changing: readonly ApiCaller[];
  /** Those of whom nobody has said yet how they arrive, with the answers that would tell. */
  readonly unsaid: readonly (ApiCaller & { readonly question: AnswerPath; /** A network that lets it in whatever is said. */ readonly add?: string })[];
  /** Whether the list names networks of the platform's own machines and pods, and no other. */
  readonly platformAlone: boolean;
}

/** Stands for whoever nobody has decided on yet. */
const UNDECIDED = Symbol("undecided");

/** The infrastructure whose load balancers carry the addresses of a Seed and are public; undefined where its addresses come from elsewhere or are private. */
function publicFrontOf(read: Reader, seed: string): string | typeof UNDECIDED | undefined {
  if (balancerOf(read, seed).addressesFrom !== "provider") return undefined;
  if (floatingIsPublic(read, seed)?.kind === "open") return UNDECIDED;
  return cloudIsPublic(read, seed) ? providerOf(read.answer(infrastructure.cluster.provider, seed)).title : undefined;
}

/** How a caller arrives at the load balancers of a Seed. */
type Arrival =
  /** With networks that the plan knows. */
  | { readonly as: "known"; readonly callers: readonly ApiCaller[] }
  /** With a public address that it does not know. `never`: it is said to leave with its own private one, which no public load balancer sees. */
  | { readonly as: "translated"; readonly caller: ApiCaller; readonly never: boolean }
  | { readonly as: "changing"; readonly caller: ApiCaller }
  /** `behind`: where its own network is private and the load balancer public. `add`: a network that lets it in whatever is said. */
  | { readonly as: "unsaid"; readonly caller: ApiCaller; readonly question: AnswerPath; readonly behind: boolean; readonly add?: string };

const NOBODY: LockedOut = { undecided: false, arriving: [], missing: [], translated: [], changing: [], unsaid: [], platformAlone: false };

/** The platform's own callers of API servers that `allowed` leaves out, of those that the Seed runs for these datacenters. */
export function lockedOut(read: Reader, seed: string, datacenters: readonly string[], allowed: readonly string[]): LockedOut {
  const blocks = blocksOf(allowed);
  const master = read.rule(masterCluster);
  const nodesOf = (cluster: string) => read.answer(network.place.nodeNetwork, read.answer(infrastructure.cluster.place, cluster));
  const front = publicFrontOf(read, seed);
  const cloud = front !== undefined;
  // Whoever is at the same place as a pool of the customer reaches it as it is; load balancers of a cloud see public addresses alone.
  const seedPlace = read.answer(infrastructure.cluster.place, seed);
  const reach = cloud ? undefined : read.outcome(handedOutReach, seed);
  const elsewherePublic = reach?.kind === "known" && reach.value.public && balancerOf(read, seed).addressesFrom !== "nodes";
  const meets = (place: string): Front => ({ publicFront: cloud || (elsewherePublic && place !== seedPlace), cloud });
  const arrive = (caller: ApiCaller, of: Rule<Seen>, subject: string, place: string): readonly Arrival[] => (front === UNDECIDED ? decidedOf(read, caller, of, subject) : [arrivalOf(read, caller, of, subject, meets(place))]);
  const ofNodes = (who: string, cluster: string) => arrive({ who, text: nodesOf(cluster) }, nodesSeen, cluster, read.answer(infrastructure.cluster.place, cluster));
  // Public load balancers see them as they see their nodes.
  const ofPods = (who: string, cluster: string): readonly Arrival[] =>
    meets(read.answer(infrastructure.cluster.place, cluster)).publicFront ? [] : read.rule(podsSeen, cluster).ranges.flatMap((range): readonly Arrival[] => {
      if (range.kind === "open") return [{ as: "unsaid", caller: { who, text: "addresses of their own" }, question: range.question, behind: false }];
      return range.kind === "known" ? [known({ who, text: range.value })] : [];
    });
  const ofMaster = `Nodes of the master ${clusterName(read, master)}`;
  const ofSeed = `Nodes of the Seed ${clusterName(read, seed)}`;
  const fromAfar: readonly Arrival[] = [
    ...datacenters.flatMap((datacenter) => arrive({ who: `Workers of ${datacenterName(read, datacenter)}`, text: read.rule(workerNetwork, datacenter) }, workersSeen, datacenter, read.answer(infrastructure.datacenter.place, datacenter))),
    ...(master === seed ? [] : read.optionalRule(managementProxyOf, seed) === undefined ? [...ofNodes(ofMaster, master), ...ofPods(`Pods of the master ${clusterName(read, master)}`, master)] : [known({ who: "The proxy between the master and user clusters", text: ownBlock(read.answer(managementProxy.cluster.managementProxyHost, seed)) })]),
  ];
  const fromInside: readonly Arrival[] = goesOut(read, seed)
    ? ofNodes(ofSeed, seed)
    : [
      ...(master === seed ? [known({ who: ofMaster, text: nodesOf(seed) })] : []),
      known({ who: ofSeed, text: nodesOf(seed) }),
      ...podsInside(read, seed, blocks),
    ];
  const isLeftOut = ({ text }: ApiCaller) => {
    const block = parseBlock(text);
    return block !== undefined && !blocks.some((range) => contains(range, block));
  };
  const all = [...fromAfar, ...fromInside];
  const named = all.flatMap((one) => (one.as === "known" ? one.callers : []));
  if (front === UNDECIDED) return { ...NOBODY, undecided: true, missing: named.filter(isLeftOut) };
  const seedSeen = read.outcome(nodesSeen, seed);
  const ownBlocks = blocksOf([...named.map(({ text }) => text), ...(seedSeen.kind === "known" ? statedBy(seedSeen.value) : [])]);
  const users = (read.optional(access.plan.userNetworks) ?? []).filter((text) => parseBlock(text)?.family === 4);
  const everywhere = blocks.some(({ family, prefix }) => family === 4 && prefix === 0);
  // A public network of the list that no known caller has may be meant for those that nobody knows.
  const further = blocks.filter((block) => block.family === 4 && !isPrivateBlock(formatBlock(block)) && !ownBlocks.some((own) => contains(own, block)));
  const ofPeople = blocksOf(users);
  const unclaimed = further.filter((block) => !ofPeople.some((own) => contains(own, block)));
  // Without any network that could be theirs, no answer lets them in.
  const isTranslated = (one: Arrival): boolean =>
    (one.as === "translated" && (one.never || unclaimed.length === 0)) || (one.as === "unsaid" && one.behind && further.length === 0);
  return {
    undecided: false,
    platformAlone: blocks.length > 0 && blocks.every((block) => ownBlocks.some((own) => contains(own, block))),
    arriving: [...named, ...users.map((text) => ({ who: "Users", text }))],
    missing: named.filter(isLeftOut),
    translated: everywhere ? [] : [
      ...all.flatMap((one) => (one.as !== "known" && isTranslated(one) ? [one.caller] : [])),
      ...(cloud && further.length === 0 ? users.filter(isPrivateBlock).map((text) => ({ who: "Users", text })) : []),
    ],
    changing: everywhere ? [] : all.flatMap((one) => (one.as === "changing" ? [one.caller] : [])),
    unsaid: everywhere ? [] : all.flatMap((one) => (one.as === "unsaid" && !isTranslated(one) ? [{ ...one.caller, question: one.question, ...(one.add === undefined ? {} : { add: one.add }) }] : [])),
  };
}

/** How pods of a Seed come to what runs on it: with ranges of their own, where the network of its nodes holds none of them. */
function podsInside(read: Reader, seed: string, allowed: readonly Block[]): readonly Arrival[] {
  const who = `Pods of the Seed ${clusterName(read, seed)}`;
  const { as, ranges } = read.rule(podsSeen, seed);
  if (as === "node-network") return [];
  const platform = read.maybe(network.plan.platformPods);
  // A single cluster has no other range than that of the platform, so a list that names it lets its pods in whatever is said of them.
  const alone = read.subjects("cluster").length === 1;
  if (as === undefined && alone && platform.kind === "known" && isLetIn(platform.value, allowed)) return [known({ who, text: platform.value })];
  return (as === "nodes" ? [platform] : ranges).flatMap((range): readonly Arrival[] => {
    if (range.kind === "known") return [known({ who, text: range.value })];
    if (range.kind !== "open") return [];
    const add = as === undefined && alone && platform.kind === "known" ? platform.value : undefined;
    return [{ as: "unsaid", caller: { who, text: as === "nodes" ? "the pod range of master and Seeds" : "addresses of their own" }, question: range.question, behind: false, ...(add === undefined ? {} : { add }) }];
  });
}

/** Whether a list names all of a network. */
function isLetIn(text: string, allowed: readonly Block[]): boolean {
  const block = parseBlock(text);
  return block !== undefined && allowed.some((range) => contains(range, block));
}

const known = (...callers: readonly ApiCaller[]): Arrival => ({ as: "known", callers });

/** Whether machines of a Seed go out to its load balancer as well, pods with addresses of their nodes: nodes lead nothing past one that has a name and no address. */
function goesOut(read: Reader, seed: string): boolean {
  if (!answersByName(read, seed)) return false;
  read.cite("kubernetes.code.proxy-ingress");
  return true;
}

const statedBy = ({ addresses }: Seen): readonly string[] => addresses.flatMap((address) => (address.kind === "known" ? [address.value] : []));

/** What stands before the load balancers that a caller dials: whether it is public to it, and one of a cloud. */
interface Front {
  readonly publicFront: boolean;
  readonly cloud: boolean;
}

/** What of a caller's addresses arrives at a load balancer that is public to it, or that sees it as it is routed there. */
function arrivalOf(read: Reader, caller: ApiCaller, of: Rule<Seen>, subject: string, { publicFront, cloud }: Front): Arrival {
  const behind = publicFront && parseBlock(caller.text) !== undefined && !isPublicBlock(caller.text);
  const seen = read.outcome(of, subject);
  if (seen.kind === "not-applicable") return behind ? { as: "translated", caller, never: false } : known(caller);
  if (seen.kind !== "known") {
    // Where somebody can be asked; what is missing before that is told by other open points.
    const asked = seenSoFar(read, of, subject)?.addresses.find((address) => address.kind === "open");
    return asked?.kind === "open" ? { as: "unsaid", caller, question: asked.question, behind } : known(caller);
  }
  const { as, onInternet } = seen.value;
  // No cloud sees a private address; to a front of the customer's own, routers lead whatever they are said to.
  if (as === "own") return behind && cloud ? { as: "translated", caller, never: true } : known(caller);
  if (onInternet && !publicFront) return known(caller);
  if (as === "each") return { as: "changing", caller };
  const stated = statedBy(seen.value);
  // What a gateway translates to inside a site is no address of the internet either.
  const arriving = publicFront && stated.some(isPublicBlock) ? stated.filter(isPublicBlock) : stated;
  if (arriving.length === 0) return behind ? { as: "translated", caller, never: false } : known(caller);
  if (publicFront && !arriving.some(isPublicBlock)) return { as: "translated", caller: { who: caller.who, text: listed(arriving) }, never: false };
  return known(...arriving.map((text) => ({ who: caller.who, text })));
}

/** A caller as far as it arrives alike at a public load balancer and at a private one, while nobody has said which it is. */
function decidedOf(read: Reader, caller: ApiCaller, of: Rule<Seen>, subject: string): readonly Arrival[] {
  const seen = read.outcome(of, subject);
  // What routers of a site put in place may be asked only of those who call public ones.
  if (seen.kind !== "known" || seen.value.fromSite) return [];
  const [outside, inside] = [true, false].map((isPublic) => arrivalOf(read, caller, of, subject, { publicFront: isPublic, cloud: isPublic }));
  if (outside?.as !== "known" || inside?.as !== "known") return [];
  const { callers } = inside;
  return [known(...outside.callers.filter(({ text }) => callers.some((other) => other.text === text)))];
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

/** Reports callers of a public load balancer, where a list has nothing for the public addresses with which they arrive. */
export function reportTranslated(read: Reader, report: (finding: Report) => void, path: AnswerPath, seed: string, { translated }: LockedOut, { list, drops, open }: GuardedWay): void {
  if (translated.length === 0) return;
  read.cite("rfc.1918", "azure.outbound");
  report({
    key: "private",
    title: `${list} miss public addresses of callers`,
    message: `Load balancers ${frontOf(read, seed)} are public, so ${spokenCallers(translated)} arrive with the public addresses of their way out, which no private network matches. ${drops}.`,
    remedy: "State with which public addresses they leave, which a NAT gateway, an outbound rule or a firewall of their network has, and add these.",
    fixes: [open],
    answers: [path],
  });
}

/** What is public, as the end of a noun: "of Azure", "with addresses from 203.0.113.64/28". */
function frontOf(read: Reader, seed: string): string {
  const cloud = publicFrontOf(read, seed);
  return typeof cloud !== "string" ? `with addresses from ${read.rule(handedOutReach, seed).shown}` : `of ${cloud}`;
}

/** Reports callers that no list can name before they are there. A block that holds them all is one of a gateway. */
export function reportChanging(read: Reader, report: (finding: Report) => void, path: AnswerPath, { changing }: LockedOut, { list, drops, open }: GuardedWay): void {
  if (changing.length === 0) return;
  read.cite("kkp.apiserver-policies");
  report({
    key: "changing",
    title: `${list} cannot name machines that come later`,
    message: `${capital(spokenCallers(changing))} arrive with an address of each machine, which nobody knows before it is made. ${drops}.`,
    remedy: "Give these machines a way out by a gateway with fixed addresses and name those; where one block holds the addresses of all of them, state it as those of a gateway and name it; or let every network in.",
    fixes: [open],
    answers: [path],
  });
}

/** Reports callers of whom nobody has said yet how they arrive, so that nobody can tell whether the list lets them in. */
export function reportUnsaid(read: Reader, report: (finding: Report) => void, path: AnswerPath, given: readonly string[], { unsaid }: LockedOut, { list, drops, open, own = given }: GuardedWay): void {
  if (unsaid.length === 0) return;
  read.cite("kkp.apiserver-policies");
  const add = [...new Set(unsaid.flatMap((one) => one.add ?? []))];
  // One change suffices where it lets in all of whom nothing is said yet.
  const whole = add.length > 0 && unsaid.every((one) => one.add !== undefined);
  report({
    key: "unsaid",
    severity: "warning",
    title: `${list} wait for addresses of callers`,
    message: `Nobody has said yet with which addresses ${spokenCallers(unsaid)} arrive, so nobody can tell whether the list lets them in. ${drops}.`,
    remedy: `Answer with which addresses they leave, and add these before the first user cluster is made${add.length === 0 ? "" : `; ${listed(add)} ${add.length === 1 ? "lets" : "let"} pods in whatever is answered for them`}.`,
    fixes: [...(whole ? [{ title: `Add ${listed(add)}`, set: [{ path, value: [...own, ...add] }] }] : []), open],
    answers: [path, ...new Set(unsaid.map(({ question }) => question))],
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
  derive: (read, cluster) => comeBesideUsers(read) && userApiWays(read, cluster).some(({ public: reached, six }) => reached || six?.public === true),
});

/** Reports users whose networks a list leaves out, though firewall rows let them in. */
export function reportUsersLockedOut(read: Reader, report: (finding: Report) => void, path: AnswerPath, seed: string, allowed: readonly string[], { list, drops, own = allowed }: GuardedWay): void {
  // While nobody has said how far the load balancers reach, those alone whom a public and a private one leave out.
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
