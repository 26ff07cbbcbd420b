import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { freeParts, joined, overlapOf, sizeOf, takeHighest, takeLowest, totalSize, type Range } from "../../values/range.ts";
import { heldByRuns, keptFor, lengthOf } from "./kept-runs.ts";
import { pinsOf, RUNS, type Run } from "./pins.ts";
import { poolSpace } from "./pool-space.ts";
import { blockIsRead } from "./running-services.ts";
import { slotAddresses } from "./slot-addresses.ts";
import { balancerOf } from "../basics/balancer.ts";

/** Whether a load balancer can keep the ranges of user clusters apart from the rest of the block. */
export function cutsPools(read: Reader, cluster: string): boolean {
  const kind = balancerOf(read, cluster);
  return kind.runPools !== undefined;
}

/** Addresses of a run; undefined where the block has too few. */
type RunRule = Rule<readonly Range[] | undefined>;

/** Runs that have a pool each would reach into each other as they grow, so each has half of the block. */
const keepsHalves = (read: Reader, cluster: string): boolean =>
  balancerOf(read, cluster).runPools?.byService === true && RUNS.every((run) => lengthOf(read, cluster, run) > 0);

/** Where the addresses of a run begin, in a sentence. */
export const beginOf = (read: Reader, cluster: string, run: Run): string => (run === "api-servers" && keepsHalves(read, cluster) ? "the lower half of the block" : "the block");

/** Addresses of a run in a cluster's block: what is kept first, the rest from the top of what nobody else has. */
function addressesOf(read: Reader, cluster: string, run: Run, above: readonly Range[]): readonly Range[] | undefined {
  const kept = keptFor(read, cluster, run);
  const more = BigInt(lengthOf(read, cluster, run)) - totalSize(kept);
  // What is kept stays, whatever the rest of the block waits for.
  if (more <= 0n) return kept;
  const { block, preferred, last } = read.rule(poolSpace, cluster);
  const { gateway } = read.rule(pinsOf, cluster);
  const taken = [...read.rule(slotAddresses, cluster).values(), ...(gateway ? [gateway] : []), ...read.rule(heldByRuns, cluster), ...above];
  // Where any address of the block may be drawn, only the number counts.
  if (cutsPools(read, cluster)) read.rule(blockIsRead, cluster);
  const left = (parts: readonly Range[]) => parts.flatMap((part) => freeParts(part, taken));
  const [lower, upper] = halvesOf(block);
  const inHalf = (parts: readonly Range[], half: Range) => left(parts).flatMap((part) => overlapOf(part, half) ?? []);
  // Half of the block matters only where a run leaves it, or begins with the lower one.
  const leavesHalf = run === "api-servers" || totalSize(inHalf(preferred, upper)) < more;
  const own = run === "user-clusters" ? upper : lower;
  const other = run === "user-clusters" ? lower : upper;
  const found = leavesHalf && keepsHalves(read, cluster)
    ? inTurn(more, [[takeHighest, inHalf(preferred, own)], [takeHighest, inHalf(last, own)], [takeHighest, inHalf(last, other)], [takeLowest, inHalf(preferred, other)]])
    : inTurn(more, [[takeHighest, left(preferred)], [takeHighest, left(last)]]);
  return found && joined([...kept, ...found]);
}

type Take = typeof takeHighest;

/** So many addresses from parts in their order; undefined where all of them together have too few. */
function inTurn(count: bigint, parts: readonly (readonly [Take, readonly Range[]])[]): readonly Range[] | undefined {
  const found = parts.reduce<readonly Range[]>((so, [take, from]) => [...so, ...take(from, count - totalSize(so))], []);
  return totalSize(found) < count ? undefined : found;
}

function halvesOf(block: Range): readonly [lower: Range, upper: Range] {
  const middle = block.first + sizeOf(block) / 2n;
  return [{ ...block, last: middle - 1n }, { ...block, first: middle }];
}

const userClusters: RunRule = rule({
  id: "addresses.run-of-user-clusters",
  title: "Addresses of user clusters in the block",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => addressesOf(read, cluster, "user-clusters", []),
});

const apiServers: RunRule = rule({
  id: "addresses.run-of-api-servers",
  title: "Addresses of single API servers in the block",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const above = lengthOf(read, cluster, "user-clusters") === 0 ? [] : read.rule(userClusters, cluster);
    return above && addressesOf(read, cluster, "api-servers", above);
  },
});

/**
 * The rule for each run. Those of user clusters come from the top of the block. Those of API servers come from the top of
 * its lower half where a pool each keeps the two apart, and below user clusters where both draw from one. A run that fills
 * its half takes what the other one would come to last, so neither ever takes what the other had.
 */
export const RUN_ADDRESSES: Readonly<Record<Run, RunRule>> = { "user-clusters": userClusters, "api-servers": apiServers };
