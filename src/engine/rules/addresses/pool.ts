import { rule } from "../../kernel/rule.ts";
import type { AddressPool } from "../../plan/plan.ts";
import { formatBlock, formatRange, freeParts, sizeOf, totalSize } from "../../values/range.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { formatAddress } from "../../values/address.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { clusterName, exposeStrategy, userClustersOf } from "../basics/platform.ts";
import { poolSpace } from "./pool-space.ts";
import { singleAddresses } from "./slots.ts";

/** A cluster's block of virtual addresses, with what it has and what the plan needs from it. */
export const poolOf = rule<AddressPool>({
  id: "addresses.pool",
  title: "Block of virtual addresses",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const space = read.rule(poolSpace, cluster);
    const { block, excluded } = space;
    const singles = read.rule(singleAddresses, cluster);
    const seed = read.answer(infrastructure.cluster.role, cluster) !== "master";
    const perUserCluster = seed && read.rule(exposeStrategy) === "LoadBalancer";
    const needed = singles + (perUserCluster ? read.rule(userClustersOf, cluster) : 0);
    const usable = toNumber(totalSize(freeParts(block, excluded.map(({ range }) => range))));
    const kind = loadBalancerKindOf(space.kind);
    const name = clusterName(read, cluster);
    const left = usable === 1 ? "1 address" : `${usable} addresses`;
    return {
      id: `address.pool[${cluster}]`,
      cluster,
      block: formatBlock(block),
      announcedBy: kind.id,
      usable,
      needed,
      free: Math.max(0, usable - needed),
      last: space.last.map((part) => formatAddress({ family: part.family, number: part.first })),
      excluded: excluded.map(({ range, why }) => ({ address: formatRange(range), why })),
      maxUserClusters: perUserCluster ? Math.max(0, usable - singles) : "unlimited",
      from: read.cell,
      why: perUserCluster
        ? `${kind.title} can give out ${left} of ${toNumber(sizeOf(block))}; ${name} needs ${singles} itself and one for each user cluster.`
        : `${kind.title} can give out ${left} of ${toNumber(sizeOf(block))}; ${name} needs ${needed}, however many user clusters there are.`,
    };
  },
});

/** Counts beyond what a number holds exactly are shown as the largest exact one: more than anybody can use. */
function toNumber(count: bigint): number {
  const most = BigInt(Number.MAX_SAFE_INTEGER);
  return Number(count < most ? count : most);
}
