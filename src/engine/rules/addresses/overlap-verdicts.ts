import type { AddressRange, Finding } from "../../plan/plan.ts";
import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import type { Range } from "../../values/range.ts";
import { contains } from "../../values/range.ts";
import type { CallingRange } from "./calling-ranges.ts";
import type { ReachedHost } from "./reached-hosts.ts";

/** A range with its numbers. */
export interface Claimed {
  readonly row: AddressRange;
  readonly range: Range;
  /** For blocks of virtual addresses: how they are announced. */
  readonly scope?: LoadBalancerKind["poolScope"];
}

/** What is wrong with two ranges that share addresses. */
export interface Verdict {
  readonly severity: Finding["severity"];
  readonly reason: string;
}

const SEVERITIES: readonly Verdict["severity"][] = ["advice", "warning", "blocker"];

/** Whether one verdict says nothing milder than another. */
export const isAsSevere = (one: Verdict, other: Verdict): boolean => SEVERITIES.indexOf(one.severity) >= SEVERITIES.indexOf(other.severity);

/** Beginning of the ids of ranges that exist inside clusters which carry nodes of user clusters. */
export const INFRASTRUCTURE_RANGE = "range.infrastructure";

/** Beginning of the ids of pod ranges that others see as they are, each of one cluster. */
export const OWN_PODS = "range.platform-pods-of-";

/** Beginning of the ids of routers that workers of user clusters announce workloads to. */
export const WORKLOAD_ROUTER = "range.workload-router";

/** Whether a range exists inside clusters only. */
export const isInside = ({ kind }: AddressRange): boolean => kind === "pods" || kind === "services";

/** Whether a range is one inside master and Seeds. */
export const isOfPlatform = ({ id }: AddressRange): boolean => id.startsWith("range.platform");
const blocker = (reason: string): Verdict => ({ severity: "blocker", reason });
const warning = (reason: string): Verdict => ({ severity: "warning", reason });

/** Verdict on a range inside the clusters and any other range that shares addresses with it; `away` where the other lies in a place in which no machine of master and Seeds stands. */
export function insideVerdict(inside: AddressRange, other: Claimed, away = false): Verdict | undefined {
  const { row } = other;
  if ([inside, row].some(({ id }) => id.startsWith(INFRASTRUCTURE_RANGE))) return carrierVerdict(inside, row);
  if (inside.ofNodes && !isInside(row)) return undefined;
  const user = inside.id.startsWith("range.user-cluster");
  const whose = user ? "user clusters" : "master and Seeds";
  if (isInside(row) && [inside, row].some(({ id }) => id.startsWith(OWN_PODS)) && !row.id.startsWith("range.user-cluster") && !user) {
    return blocker("Pods of a cluster call others with these addresses, and who looks for them inside itself never answers.");
  }
  if (isInside(row)) {
    // User clusters never meet each other, so those inside another cluster may repeat the ranges of the others.
    if (row.id.endsWith("-nested") !== inside.id.endsWith("-nested") && user && row.id.startsWith("range.user-cluster")) return undefined;
    return row.id.startsWith("range.user-cluster") === user
      ? blocker("Pods and Services of one cluster need ranges of their own, or Services are routed to pods.")
      : warning("Traffic of user clusters passes through the Seed; apart they stay traceable, and NO_PROXY stays clear.");
  }
  // Nothing of master and Seeds speaks to the routers of workloads.
  if (!user && row.id.startsWith(WORKLOAD_ROUTER)) return undefined;
  // Leases lie in a network that is compared itself.
  if (row.kind === "dhcp") return undefined;
  // Services take single addresses, and only those that one of them has; in their own network nodes would meet them as neighbours.
  if (inside.kind === "services" && (row.kind === "other" || (!user && (row.kind === "worker-network" || row.kind === "workloads" || away)))) {
    return warning(`Pods of ${whose} cannot reach the hosts there whose addresses a Service happens to have.`);
  }
  return blocker(`Pods of ${whose} cannot reach what lies there: their own cluster keeps the traffic.`);
}

/** Verdict on a range inside the clusters and a server: worse where something that lives in the range dials it. */
export function hostVerdict(inside: AddressRange, host: ReachedHost): Verdict | undefined {
  const said = insideVerdict(inside, host);
  const user = inside.id.startsWith("range.user-cluster") || inside.id.startsWith(INFRASTRUCTURE_RANGE);
  const whose = user ? "user clusters" : "master and Seeds";
  const dialled = host.dialledBy.includes(user ? "user-clusters" : "platform");
  if (!said || (dialled && inside.kind !== "services")) return said;
  if (dialled && inside.id.startsWith(INFRASTRUCTURE_RANGE)) return said;
  if (dialled) {
    return host.nodesAlone
      ? warning(`No pod dials it, but nodes of ${whose} cannot reach it while a Service happens to have its address.`)
      : blocker(`Pods of ${whose} dial it, and their own cluster answers in its place as soon as a Service gets its address.`);
  }
  if (inside.id.startsWith(INFRASTRUCTURE_RANGE)) return warning("Only pods and Services inside the infrastructure cluster have addresses of it: no router of the site leads there, and nodes of nested user clusters reach no server outside that has one.");
  return warning(`Nothing that this plan knows of dials it from ${whose}, but whatever does could not reach it${inside.kind === "services" ? " while a Service happens to have its address" : ": their own cluster keeps the traffic"}.`);
}

/** Verdict on a range inside the clusters and one from which calls come. A larger net around it says of nobody that they come from the part inside. */
export function callerVerdict(inside: Claimed, caller: CallingRange): Verdict | undefined {
  const { id } = inside.row;
  if (id.startsWith(INFRASTRUCTURE_RANGE) || inside.row.ofNodes || !contains(inside.range, caller.range)) return undefined;
  if (!id.startsWith("range.user-cluster")) return blocker("Master and Seeds look for these addresses inside themselves, so whoever calls from there gets no answer.");
  return caller.calls === "everything" ? warning("User clusters look for these addresses inside themselves, so whoever calls their Services from there gets no answer unless something in between translates the address.") : undefined;
}

/** Verdict on a range of an infrastructure cluster, which may repeat the pods and Services of any cluster but those it carries. */
function carrierVerdict(inside: AddressRange, row: AddressRange): Verdict | undefined {
  if (!isInside(row)) return row.kind === "dhcp" ? undefined : blocker("Nodes of nested user clusters are pods of the infrastructure cluster, and cannot reach what lies there: that cluster keeps the traffic.");
  return [inside, row].some(({ id }) => id.endsWith("-nested")) ? blocker("Nodes of these user clusters are pods of the infrastructure cluster, and their own pods and Services would hide its addresses from them.") : undefined;
}

const isSame = (a: Claimed, b: Claimed): boolean => a.range.first === b.range.first && a.range.last === b.range.last;

/** Verdict on two ranges of one place, `first` stated before `second`; undefined where they may share addresses. */
export function placeVerdict(a: Claimed, b: Claimed, nodeNetwork: Range | undefined): Verdict | undefined {
  const pair = new Set([a.row.kind, b.row.kind]);
  const has = (kind: AddressRange["kind"]) => pair.has(kind);
  // Peers are machines of their network, and leases are compared with virtual addresses by a check of their own.
  if (has("peer")) return undefined;
  if (has("dhcp") && pair.size === 1) return isSame(a, b) ? undefined : blocker("Each of both is counted as leases of its own, and two servers would hand out the shared addresses twice.");
  if (has("dhcp")) return has("workloads") ? blocker("A lease and a Service could get the same address.") : undefined;
  if (has("other")) return otherVerdict(a.row.kind === "other" ? a : b, a.row.kind === "other" ? b : a, nodeNetwork);
  if (has("pool")) return poolVerdict(a.row.kind === "pool" ? a : b, a.row.kind === "pool" ? b : a);
  if (has("workloads")) return pair.size === 1 ? blocker("Two datacenters would hand out the same addresses.") : undefined;
  // Two datacenters may share a worker network, but not parts of one.
  if (pair.size === 1 && isSame(a, b)) return undefined;
  return blocker("A machine cannot tell which of both networks a shared address belongs to.");
}

/** A stated network that holds the whole node network is the larger net around it; that is how routing works. */
function otherVerdict(other: Claimed, second: Claimed, nodeNetwork: Range | undefined): Verdict | undefined {
  if (second.row.kind === "other" || (nodeNetwork && contains(other.range, nodeNetwork) && contains(other.range, second.range))) return undefined;
  return blocker(`${other.row.title} is in use already, so a shared address leads to one of both only.`);
}

function poolVerdict(pool: Claimed, second: Claimed): Verdict | undefined {
  if (second.row.kind === "pool") return blocker("Two clusters would announce the same addresses.");
  if (second.row.kind !== "node-network") return blocker("A virtual address must be used by nothing else.");
  if (pool.scope === "node-network") return undefined;
  return warning("Machines in the node network look for these addresses in their own segment and never ask the routers that know the routes.");
}

/** Verdict on a network behind routers that translate, and what its machines dial. */
export const hiddenVerdict = (): Verdict => blocker("Nodes of user clusters look for these addresses in their own network, and never reach what has them outside.");

/** Verdict on ranges of two places between which traffic of the platform must be routed. */
export function linkVerdict({ row: a }: Claimed, { row: b }: Claimed): Verdict | undefined {
  if (a.translated || b.translated) return (a.translated ? b : a).kind === "pool" ? hiddenVerdict() : undefined;
  return blocker("Traffic of the platform is routed between both places, and the same addresses cannot be routed to two of them.");
}

/** Verdict on ranges of two places whose machines have a partner in common. */
export function partnerVerdict({ row: a }: Claimed, { row: b }: Claimed, partner: string): Verdict | undefined {
  if (a.translated || b.translated) return undefined;
  return blocker(`Machines of both talk with ${partner}, and its answers cannot be routed to two places.`);
}
