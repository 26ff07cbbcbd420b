import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { freeBlockFor } from "../../rules/addresses/free-block.ts";
import { poolOf } from "../../rules/addresses/assignments.ts";
import { strategiesInUse } from "../../rules/basics/exposure.ts";
import { clusterName } from "../../rules/basics/platform.ts";
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
    const perUserCluster = read.rule(strategiesInUse).includes("LoadBalancer");
    const strategy = read.path(loadBalancer.plan.exposeStrategy);
    report({
      title: `${block} is too small for ${name}`,
      message: `${name} needs ${formatCount(needed, "virtual address", "virtual addresses")}, and ${block} can give ${formatFigure(usable)}: ${formatFigure(needed - usable)} too few.`,
      remedy: perUserCluster
        ? `Take a larger block, or let the user clusters share one address by NodePort or Tunneling.`
        : "Take a larger block.",
      fixes: [
        ...(larger === undefined ? [] : [{ title: `Use ${larger}`, set: [{ path: pool, value: larger }] }]),
        ...(perUserCluster
          ? (["NodePort", "Tunneling"] as const).map((value) => ({ title: `Expose user clusters by ${value}`, set: [{ path: strategy, value }] }))
          : []),
      ],
      answers: [pool, ...(perUserCluster ? [strategy] : [])],
    });
  },
});
