import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import type { AnswerPath } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { formatFigure } from "../../values/figures.ts";
import { contains, formatBlock, formatRange, overlapOf, parseBlock, sizeOf, type Block, type Range } from "../../values/range.ts";
import { capital } from "../../values/sentence.ts";
import { madeSubnet } from "../basics/made-networks.ts";
import { workloadSegment } from "../workloads/segment.ts";
import { clusterClaims } from "./cluster-claims.ts";
import { freeBlockOf } from "./free-blocks.ts";
import { overlaps } from "./overlaps.ts";
import { placeClaims } from "./place-claims.ts";
import { poolSpace } from "./pool-space.ts";
import { residentsOf } from "./residents.ts";

/** Takers that a sentence spells out. */
const SPELT = 3;

/** A segment of layer 2 without a free block of the size that is wanted. */
export interface FullNetwork {
  /** What is full, and who takes the room, as sentences. */
  readonly says: string;
  /** What others can do about it, as the beginning of a list of ways. */
  readonly ways: string;
  readonly answers: readonly AnswerPath[];
}

/** Why no block of the wanted size is free for a cluster whose nodes answer for it in layer 2; undefined where one is, or its addresses may lie anywhere. */
export function fullNetworkOf(read: Reader, cluster: string, prefix: number): FullNetwork | undefined {
  const own = `range.pool[${cluster}]`;
  const { block, kind, place, nodeNetwork } = read.rule(poolSpace, cluster);
  if (kind.poolScope !== "node-network" || block.family !== nodeNetwork.family || freeBlockOf(read, own) !== undefined) return undefined;
  return fullOf(read, { own, who: "nodes", place, segment: nodeNetwork, prefix, asked: atPlace(read, place) });
}

/** The same for the block of workloads whose workers answer for it in layer 2. */
export function fullSegmentOf(read: Reader, datacenter: string, block: Block, prefix: number): FullNetwork | undefined {
  const own = `range.workloads[${datacenter}]`;
  const around = read.outcome(workloadSegment, datacenter);
  const segment = around.kind === "known" ? parseBlock(around.value) : undefined;
  if (!segment || segment.family !== block.family || madeSubnet(read, datacenter) || freeBlockOf(read, own) !== undefined) return undefined;
  const place = read.answer(infrastructure.datacenter.place, datacenter);
  const apart = read.answer(network.datacenter.workersIn, datacenter) === "own-network";
  const asked = apart ? { dhcp: [read.path(network.datacenter.workerDhcp, datacenter)], others: [read.path(network.datacenter.workerNetwork, datacenter)] } : atPlace(read, place);
  return fullOf(read, { own, who: "workers", place, segment, prefix, asked });
}

/** Answers that make a segment and what lies in it. */
interface Asked {
  readonly dhcp: readonly AnswerPath[];
  readonly others: readonly AnswerPath[];
}

const atPlace = (read: Reader, place: string): Asked => ({ dhcp: [read.path(network.place.dhcp, place)], others: [read.path(network.place.nodeNetwork, place), read.path(network.place.usedAddresses, place)] });

interface Wanted {
  /** Id of the range that looks for room. */
  readonly own: string;
  readonly who: "nodes" | "workers";
  readonly place: string;
  readonly segment: Block;
  readonly prefix: number;
  readonly asked: Asked;
}

function fullOf(read: Reader, { own, who, place, segment, prefix, asked: { dhcp, others } }: Wanted): FullNetwork {
  const takers = takersOf(read, place, segment, own);
  const spelt = takers.slice(0, SPELT).map(({ title, range }) => `${title} (${formatRange(range)})`);
  const more = takers.length - spelt.length;
  const leases = takers.some(({ leased }) => leased);
  return {
    says: `${capital(who)} answer for addresses of ${formatBlock(segment)} alone, and no /${prefix} is free there${spelt.length === 0 ? "" : `: what takes most of it is ${spelt.join("; ")}${more > 0 ? `; and ${formatFigure(more)} more` : ""}`}.`,
    ways: `Have ${leases ? "the DHCP range shortened or " : ""}the network widened, place the ${who} in a larger network of layer 2`,
    answers: [...others.slice(0, 1), ...(leases ? dhcp : []), ...others.slice(1)],
  };
}

/** What takes room of a segment. */
interface Taker {
  readonly title: string;
  readonly range: Range;
  /** Whether DHCP gives leases out of it. */
  readonly leased: boolean;
}

/** What lies in a segment, the largest first; nets around it, and the block itself, take no room from that block. */
function takersOf(read: Reader, place: string, segment: Block, own: string): readonly Taker[] {
  const rows = read.rule(overlaps).stated.filter(({ row }) => row.id !== own).map(({ row, range }) => ({ title: row.title, range, leased: row.kind === "dhcp" }));
  const claims = [read.rule(placeClaims, place), ...read.rule(residentsOf, place).clusters.map((id) => read.rule(clusterClaims, id))];
  const all = [...rows, ...claims.flatMap(({ ranges }) => ranges.map(({ range, why }) => ({ title: why, range, leased: false })))];
  const inside = all.flatMap((taker) => {
    const shared = contains(taker.range, segment) ? undefined : overlapOf(segment, taker.range);
    return shared ? [[formatRange(shared), { ...taker, range: shared }] as const] : [];
  });
  // The same addresses are stated once as a range of the plan, and once as what a place or cluster claims.
  return [...new Map(inside.toReversed()).values()].toReversed().toSorted((one, other) => (sizeOf(one.range) < sizeOf(other.range) ? 1 : sizeOf(one.range) > sizeOf(other.range) ? -1 : 0));
}
