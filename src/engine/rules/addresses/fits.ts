import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { platformNodeMask, userClusterNodeMask } from "../../facts/balancers.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { AddressRange } from "../../plan/plan.ts";
import type { Family } from "../../values/address.ts";
import { contains, parseBlock, prefixFor, sizeOf, type Block } from "../../values/range.ts";
import { madeSubnet } from "../basics/made-networks.ts";
import { mostNodes, nodesOfRange, podRangeOf } from "../sizing/nodes.ts";
import { platformNodeCeiling } from "../sizing/platform-nodes.ts";
import { hubNeed } from "../workloads/hub-need.ts";
import { ipamPool } from "../workloads/ipam.ts";
import { usableOf } from "../workloads/left-out.ts";
import { workloadSegment } from "../workloads/segment.ts";
import { leasesInPool } from "./leases-in-pool.ts";
import { poolOf } from "./pool.ts";
import { lackingIn, podRangeUse, prefixNeeded, type PodRangeUse } from "./pod-range-use.ts";
import { poolSpace } from "./pool-space.ts";
import { prefixOfLarger, roomForNext } from "./room-for-next.ts";
import { workloadNeed } from "./workloads.ts";

/** What a block in place of a stated range must be, and whether that range is none itself, whatever it meets. */
export interface Fit {
  readonly prefix: number;
  readonly unfit: boolean;
  /** Network that the block must lie in. */
  readonly segment?: Block;
  /** Whether the block may hold the first and the last address of the segment, because it is large enough without them. */
  readonly withEdges?: boolean;
}

/** The fit of a range that can be chosen; undefined while it depends on what nobody has said yet. */
export function fitOf(read: Reader, { id, kind, path }: AddressRange, block: Block): Fit | undefined {
  const subject = /\[(.*)\]$/.exec(id)?.[1];
  if (id === "range.kubelb-block") return fitOfHub(read, block);
  // Whoever states a second family states as much of it as the first one has, and more than anybody needs.
  if (kind === "pool" && block.family === 6) return { prefix: block.prefix, unfit: false };
  if (kind === "pool" && subject !== undefined) return fitOfPool(read, subject);
  if (kind === "workloads" && subject !== undefined) return fitOfWorkloads(read, subject, block);
  return kind === "pods" ? fitOfPods(read, path, block) : { prefix: block.prefix, unfit: false };
}

const bitsOf = (family: Family): number => (family === 4 ? 32 : 128);

/** The prefix length at which a block holds so many addresses, and no fewer than the stated one. */
const roomFor = ({ family, prefix }: Block, needed: number): number => (needed > 0 ? Math.min(prefix, prefixFor(BigInt(needed), family)) : prefix);

function fitOfHub(read: Reader, block: Block): Fit {
  const need = read.outcome(hubNeed);
  const needed = need.kind === "known" ? need.value.needed : 0;
  return { prefix: roomFor(block, needed), unfit: sizeOf(block) < BigInt(needed) };
}

function fitOfPool(read: Reader, cluster: string): Fit | undefined {
  const space = read.outcome(poolSpace, cluster);
  if (space.kind !== "known") return undefined;
  const { block, kind, nodeNetwork } = space.value;
  const pool = read.outcome(poolOf, cluster);
  const leases = read.outcome(leasesInPool, cluster);
  const room = read.outcome(roomForNext, cluster);
  const next = room.kind === "known" ? room.value : undefined;
  const needed = (pool.kind === "known" ? pool.value.needed : 0) + (next?.takes ?? 0);
  const prefix = next?.prefix ?? roomFor(block, needed);
  const inside = kind.poolScope === "node-network";
  return {
    prefix,
    unfit: (pool.kind === "known" && pool.value.needed > pool.value.usable) || next !== undefined || (leases.kind === "known" && leases.value.length > 0) || (inside && block.family === nodeNetwork.family && !contains(nodeNetwork, block)),
    ...(inside ? { segment: nodeNetwork } : {}),
    withEdges: needed > 0 && BigInt(needed) + 2n <= 1n << BigInt(bitsOf(block.family) - prefix),
  };
}

function fitOfWorkloads(read: Reader, datacenter: string, block: Block): Fit {
  const pool = read.outcome(ipamPool, datacenter);
  // MetalLB from the addon answers in layer 2, also while nobody has said how large shares are.
  const around = read.outcome(workloadSegment, datacenter);
  const segment = around.kind === "known" ? parseBlock(around.value) : undefined;
  const outside = segment !== undefined && !madeSubnet(read, datacenter) && !contains(segment, block);
  if (pool.kind !== "known") {
    const needs = read.outcome(workloadNeed, datacenter);
    const [need] = needs.kind === "known" ? needs.value : [];
    return { prefix: roomFor(block, need?.atLeast ?? 0), unfit: outside || (need !== undefined && usableOf(block, need.excluded) < BigInt(need.atLeast)), ...(segment ? { segment } : {}) };
  }
  const { userClusters, share, capacity } = pool.value;
  const full = userClusters > 0 && userClusters === capacity;
  const prefix = full ? prefixOfLarger(block, (userClusters + 1) * share) : roomFor(block, userClusters * share);
  return { prefix, unfit: userClusters > capacity || full || outside, ...(segment ? { segment } : {}) };
}

/** Every node takes a share of the range, so that the largest cluster of all that have it counts. */
function fitOfPods(read: Reader, path: string, block: Block): Fit {
  if (block.family === 6) return { prefix: block.prefix, unfit: false };
  const platform = path === read.path(network.plan.platformPods);
  const nodes = platform
    ? read.subjects("cluster").map((id) => read.outcome(platformNodeCeiling, id)).map((ceiling) => (ceiling.kind === "known" ? ceiling.value.used : 0))
    : read.subjects("datacenter").map((id) => nodesOnRange(read, path, id));
  const most = Math.max(0, ...nodes);
  const mask = read.fact(platform ? platformNodeMask : userClusterNodeMask);
  const prefix = most > 0 ? Math.min(block.prefix, mask - bitsOf(4) + prefixFor(BigInt(most), 4)) : block.prefix;
  const others = platform ? cutByServices(read, path) : [];
  return { prefix: Math.min(prefix, ...others.map((use) => prefixNeeded(use, []))), unfit: nodesOfRange(block.prefix, mask) < most || others.some((use) => lackingIn(use) !== undefined) };
}

/** Clusters that somebody else runs or has built, whose pods have addresses of the same range. */
const cutByServices = (read: Reader, path: string): readonly PodRangeUse[] =>
  read.subjects("cluster").flatMap((id) => {
    const use = read.outcome(podRangeUse, id);
    return use.kind === "known" && use.value.path === path ? [use.value] : [];
  });

/** Nodes of a datacenter's largest user cluster, where its pods have addresses of the range; none while that is open. */
function nodesOnRange(read: Reader, path: string, datacenter: string): number {
  const provider = read.optional(infrastructure.datacenter.provider, datacenter);
  if (provider === undefined || read.path(podRangeOf(read, datacenter)) !== path) return 0;
  const most = read.outcome(mostNodes, datacenter);
  return most.kind === "known" ? most.value : 0;
}
