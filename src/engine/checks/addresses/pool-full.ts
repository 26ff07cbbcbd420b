import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { besideBlockOf } from "../../rules/addresses/block-beside.ts";
import { poolOf } from "../../rules/addresses/assignments.ts";
import { freeBlockOf } from "../../rules/addresses/free-blocks.ts";
import { fullNetworkOf } from "../../rules/addresses/full-network.ts";
import { poolSpace } from "../../rules/addresses/pool-space.ts";
import { roomForNext } from "../../rules/addresses/room-for-next.ts";
import { clusterName, datacentersOf, userClustersOf } from "../../rules/basics/platform.ts";
import { strategyPaths } from "../../rules/basics/strategy-fix.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { sizeOf } from "../../values/range.ts";

/** A block that holds what is planned, and nothing for one user cluster more. */
export const poolFull = check({
  id: "addresses.pool-full",
  title: "Each block has room for one user cluster more",
  severity: "advice",
  per: "cluster",
  sources: ["kkp.setup-checklist", "kkp.expose-strategies"],
  examine: (read, cluster, report) => {
    const room = read.optionalRule(roomForNext, cluster);
    if (!room) return;
    const { takes, prefix } = room;
    const { block, usable, needed } = read.rule(poolOf, cluster);
    const name = clusterName(read, cluster);
    const larger = freeBlockOf(read, `range.pool[${cluster}]`);
    const whole = read.rule(poolSpace, cluster).block;
    const beside = besideBlockOf(read, cluster, sizeOf(whole) << BigInt(whole.prefix - prefix));
    const full = fullNetworkOf(read, cluster, prefix);
    const pool = read.path(loadBalancer.cluster.pool, cluster);
    report({
      title: `${block} has no room for one user cluster more on ${name}`,
      message: `${formatFigure(needed)} of ${formatCount(usable, "address", "addresses")} that ${block} can give are taken by what is planned. User cluster ${formatFigure(read.rule(userClustersOf, cluster) + 1)} would need ${formatFigure(needed + takes)}; without ${takes === 1 ? "an address of its own" : "addresses of its own"} nobody reaches it.`,
      remedy: full ? `${full.says} ${full.ways}, or put further user clusters on another Seed.` : `${larger === undefined ? `Take a /${prefix}` : `Take ${larger}, the nearest /${prefix} that nothing stated uses`}${beside}, while no address is handed out yet, or put further user clusters on another Seed.`,
      running: full ? `${full.says} Put further user clusters on another Seed, or have the network widened around ${block}.` : `Put further user clusters on another Seed, or take a block that holds ${block}${beside}.`,
      fixes: larger === undefined || beside !== "" ? [] : [{ title: `Use ${larger}`, set: [{ path: pool, value: larger }] }],
      answers: [pool, ...(full?.answers ?? []), ...strategyPaths(read, read.rule(datacentersOf, cluster))],
    });
  },
});
