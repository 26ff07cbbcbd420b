import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { freeParts, joined, takeHighest, totalSize, type Range } from "../../values/range.ts";
import { heldByRuns, keptFor, lengthOf } from "./kept-runs.ts";
import type { Run } from "./pins.ts";
import { poolSpace } from "./pool-space.ts";
import { blockIsRead } from "./running-services.ts";
import { slotAddresses } from "./slot-addresses.ts";

/** Whether a load balancer can keep the ranges of user clusters apart from the rest of the block. */
export function cutsPools(read: Reader, cluster: string): boolean {
  const kind: LoadBalancerKind = loadBalancerKindOf(read.answer(loadBalancer.cluster.kind, cluster));
  return kind.runPools !== undefined;
}

/** Addresses of a run; undefined where the block has too few. */
type RunRule = Rule<readonly Range[] | undefined>;

/**
 * Addresses of a run in a cluster's block: what is kept first, the rest from the top of what nobody else has. First and
 * last address of the block come when nothing else is left.
 */
function addressesOf(read: Reader, cluster: string, run: Run, above: readonly Range[]): readonly Range[] | undefined {
  const { preferred, last } = read.rule(poolSpace, cluster);
  const kept = keptFor(read, cluster, run);
  const taken = [...read.rule(slotAddresses, cluster).values(), ...read.rule(heldByRuns, cluster), ...above];
  const more = BigInt(lengthOf(read, cluster, run)) - totalSize(kept);
  // Where any address of the block may be drawn, only the number counts.
  if (more > 0n && cutsPools(read, cluster)) read.rule(blockIsRead, cluster);
  const left = (parts: readonly Range[]) => parts.flatMap((part) => freeParts(part, taken));
  const top = takeHighest(left(preferred), more);
  const edges = takeHighest(left(last), more - totalSize(top));
  return totalSize(top) + totalSize(edges) < more ? undefined : joined([...kept, ...top, ...edges]);
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

/** The rule for each run. Those of API servers come below those of user clusters. */
export const RUN_ADDRESSES: Readonly<Record<Run, RunRule>> = { "user-clusters": userClusters, "api-servers": apiServers };
