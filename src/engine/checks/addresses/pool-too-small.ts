import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { freeBlockFor } from "../../rules/addresses/free-block.ts";
import { poolOf } from "../../rules/addresses/assignments.ts";
import { strategiesOf, userClustersWith } from "../../rules/basics/exposure.ts";
import { clusterName, datacentersOf } from "../../rules/basics/platform.ts";
import { reachedBy, strategyFix, strategyPaths } from "../../rules/basics/strategy-fix.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { parseBlock, prefixFor } from "../../values/range.ts";

/** A block that has fewer addresses than its cluster needs. */
export const poolTooSmall = check({
  id: "addresses.pool-too-small",
  title: "Each block holds the addresses that are needed",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.setup-checklist", "kkp.expose-strategies"],
  examine: (read, cluster, report) => {
    const { block, usable, needed } = read.rule(poolOf, cluster);
    if (needed <= usable) return;
    const name = clusterName(read, cluster);
    const pool = read.path(loadBalancer.cluster.pool, cluster);
    const family = parseBlock(block)?.family ?? 4;
    const larger = freeBlockFor(read, cluster, prefixFor(BigInt(needed), family));
    const datacenters = reachedBy(read, read.rule(datacentersOf, cluster), ["LoadBalancer"]);
    const perUserCluster = read.rule(strategiesOf, cluster).includes("LoadBalancer");
    // What a shared address would still leave too few is not healed by it.
    const shared = perUserCluster && needed - userClustersWith(read, cluster, "LoadBalancer") <= usable;
    report({
      title: `${block} is too small for ${name}`,
      message: `${name} needs ${formatCount(needed, "virtual address", "virtual addresses")}, and ${block} can give ${formatFigure(usable)}: ${formatFigure(needed - usable)} too few.`,
      remedy: perUserCluster
        ? `Take a larger block, or let the user clusters share one address by NodePort or Tunneling.`
        : "Take a larger block.",
      fixes: [
        ...(larger === undefined ? [] : [{ title: `Use ${larger}`, set: [{ path: pool, value: larger }] }]),
        ...(shared ? (["NodePort", "Tunneling"] as const).flatMap((value) => strategyFix(read, datacenters, `Expose user clusters by ${value}`, value)) : []),
      ],
      answers: [pool, ...(perUserCluster ? strategyPaths(read, datacenters) : [])],
    });
  },
});
