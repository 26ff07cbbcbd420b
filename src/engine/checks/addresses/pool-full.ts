import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { poolOf } from "../../rules/addresses/assignments.ts";
import { addressTakers } from "../../rules/addresses/pool.ts";
import { freeBlockFor } from "../../rules/addresses/free-block.ts";
import { poolSpace } from "../../rules/addresses/pool-space.ts";
import { clusterName, datacentersOf, userClustersOf } from "../../rules/basics/platform.ts";
import { strategyPaths } from "../../rules/basics/strategy-fix.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { prefixFor } from "../../values/range.ts";

/** A block that holds what is planned, and nothing for one user cluster more. */
export const poolFull = check({
  id: "addresses.pool-full",
  title: "Each block has room for one user cluster more",
  severity: "advice",
  per: "cluster",
  sources: ["kkp.setup-checklist", "kkp.expose-strategies"],
  examine: (read, cluster, report) => {
    const { block, usable, needed, maxUserClusters } = read.rule(poolOf, cluster);
    // What is too small already is the blocker of another check.
    if (maxUserClusters === "unlimited" || needed > usable) return;
    const planned = read.rule(userClustersOf, cluster);
    if (maxUserClusters > planned) return;
    const name = clusterName(read, cluster);
    const { own, balanced } = read.rule(addressTakers, cluster);
    const next = (own ? 1 : 0) + (balanced > 0 ? 1 : 0);
    const whole = read.rule(poolSpace, cluster).block;
    // A block of the same size would be full as well: what is left out of this one is counted in.
    const wanted = Math.min(whole.prefix - 1, prefixFor(BigInt(needed + next), whole.family));
    const larger = freeBlockFor(read, cluster, wanted);
    const pool = read.path(loadBalancer.cluster.pool, cluster);
    report({
      title: `${block} has no room for one user cluster more on ${name}`,
      message: `${formatFigure(needed)} of ${formatCount(usable, "address", "addresses")} that ${block} can give are taken by what is planned. User cluster ${formatFigure(planned + 1)} would need ${formatFigure(needed + next)}; without ${next === 1 ? "an address of its own" : "addresses of its own"} nobody reaches it.`,
      remedy: `${larger === undefined ? `Take a /${wanted}` : `Take ${larger}, the nearest /${wanted} that nothing stated uses`}, while no address is handed out yet, or put further user clusters on another Seed.`,
      running: `Put further user clusters on another Seed, or take a block that holds ${block}.`,
      fixes: larger === undefined ? [] : [{ title: `Use ${larger}`, set: [{ path: pool, value: larger }] }],
      answers: [pool, ...strategyPaths(read, read.rule(datacentersOf, cluster))],
    });
  },
});
