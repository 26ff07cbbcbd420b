import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { freeParts, overlapOf, parseBlock, parseRange, single, totalSize, type Block, type Range } from "../../values/range.ts";
import type { WorkloadNeed } from "../../plan/plan.ts";
import { claim } from "../addresses/claim.ts";
import { gatewayQuestionOf, needGateways, statedGateways } from "../addresses/gateways.ts";
import { datacenterName, placeName } from "../basics/platform.ts";
import { segmentOf } from "./segment.ts";

/** Addresses of a block for workloads that no Service may get; no two of them share any. */
export interface LeftOut {
  readonly range: Range;
  readonly why: string;
  /** Set where no machine can answer for it; otherwise somebody has it. */
  readonly unusable?: true;
}

/** Addresses of a datacenter's block for workloads that no Service may get. Waits for gateways of the network that it reaches into. */
export const leftOutOfBlock = rule<readonly LeftOut[]>({
  id: "workloads.left-out",
  title: "Addresses left out of the block for workloads",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  derive: (read, datacenter) => {
    read.need([loadBalancer.datacenter.workloadBlock, datacenter]);
    const block = parseBlock(read.answer(loadBalancer.datacenter.workloadBlock, datacenter));
    const segment = block && parseBlock(segmentOf(read, datacenter, block.family));
    if (!block || !segment) throw new Error("An accepted block must be readable");
    // Whoever hands out the block may give first and last addresses as well; in the workers' own segment nobody can use them.
    const edges = segment.family === 4 && segment.prefix < 31 ? [segment.first, segment.last] : [];
    const name = datacenterName(read, datacenter);
    const all: readonly LeftOut[] = [
      ...edges.map((number, at) => ({ range: single({ family: segment.family, number }), why: `${at === 0 ? "Network" : "Broadcast"} address of the workers of ${name}`, unusable: true as const })),
      ...takenAt(read, datacenter, overlapOf(block, segment) !== undefined),
    ];
    return all.reduce<readonly LeftOut[]>((found, one) => {
      const inside = overlapOf(block, one.range);
      return inside ? [...found, ...freeParts(inside, found.map(({ range }) => range)).map((range) => ({ ...one, range }))] : found;
    }, []);
  },
});

/** Addresses that somebody has where workers of a datacenter stand: gateways of their network, and those of the place that are stated as in use. */
function takenAt(read: Reader, datacenter: string, inSegment: boolean): readonly LeftOut[] {
  const asked = inSegment ? gatewayQuestionOf(read, datacenter) : undefined;
  needGateways(read, asked);
  const had = (stated: readonly string[], why: () => string): readonly LeftOut[] => stated.flatMap((text) => claim(text, why()));
  const gateways = had(asked ? statedGateways(read, asked) : [], () => `Gateway of the workers of ${datacenterName(read, datacenter)}`);
  const place = read.optional(infrastructure.datacenter.place, datacenter);
  return place === undefined ? gateways : [...gateways, ...had(read.optional(network.place.usedAddresses, place) ?? [], () => `In use at ${placeName(read, place)}`)];
}

/** Number of addresses of a block for workloads that Services may get. */
export function usableOf(block: Block, excluded: WorkloadNeed["excluded"]): bigint {
  return totalSize(freeParts(block, excluded.flatMap(({ address }) => parseRange(address) ?? [])));
}
