import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { besideBlockOf } from "../../rules/addresses/block-beside.ts";
import { freeBlockOf } from "../../rules/addresses/free-blocks.ts";
import { fullNetworkOf } from "../../rules/addresses/full-network.ts";
import { leasesInPool } from "../../rules/addresses/leases-in-pool.ts";
import { poolSpace } from "../../rules/addresses/pool-space.ts";
import { poolOf } from "../../rules/addresses/assignments.ts";
import { strategiesOf, userClustersWith } from "../../rules/basics/exposure.ts";
import { clusterName, datacentersOf } from "../../rules/basics/platform.ts";
import { reachedBy, strategyFix, strategyPaths } from "../../rules/basics/strategy-fix.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { contains, freeParts, parseBlock, prefixFor, sizeOf, totalSize } from "../../values/range.ts";

/** Reasons that a sentence spells out. */
const SPELT = 3;

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
    // What a DHCP range takes out of the block is the fault of the overlap, which has a check of its own.
    const { block: whole, excluded } = read.rule(poolSpace, cluster);
    const leases = (read.optionalRule(leasesInPool, cluster) ?? []).map(({ shared }) => shared);
    const elsewhere = excluded.filter(({ range }) => !leases.some((part) => contains(part, range)));
    if (leases.length > 0 && totalSize(freeParts(whole, elsewhere.map(({ range }) => range))) >= BigInt(needed)) return;
    const large = excluded.length > 0 && sizeOf(whole) >= BigInt(needed);
    const reasons = [...new Set(excluded.map(({ why }) => why))];
    const name = clusterName(read, cluster);
    const pool = read.path(loadBalancer.cluster.pool, cluster);
    const larger = freeBlockOf(read, `range.pool[${cluster}]`);
    const taken = larger === undefined ? undefined : parseBlock(larger);
    const beside = besideBlockOf(read, cluster, taken ? sizeOf(taken) : BigInt(needed));
    const datacenters = reachedBy(read, read.rule(datacentersOf, cluster), ["LoadBalancer"]);
    const perUserCluster = read.rule(strategiesOf, cluster).includes("LoadBalancer");
    // What a shared address would still leave too few is not healed by it.
    const shared = perUserCluster && needed - userClustersWith(read, cluster, "LoadBalancer") <= usable;
    // In a segment of layer 2 it does not help to know the size alone.
    const full = fullNetworkOf(read, cluster, Math.min(whole.prefix, prefixFor(BigInt(needed), whole.family)));
    report({
      title: large ? `${block} has too few free addresses for ${name}` : `${block} is too small for ${name}`,
      message: `${name} needs ${formatCount(needed, "virtual address", "virtual addresses")}, and ${block} can give ${formatFigure(usable)}: ${formatFigure(needed - usable)} too few.${large ? ` ${formatFigure(Number(sizeOf(whole)) - usable)} of its ${formatFigure(Number(sizeOf(whole)))} addresses are left out: ${reasons.slice(0, SPELT).join("; ")}${reasons.length > SPELT ? `; and ${formatFigure(reasons.length - SPELT)} more` : ""}.` : ""}`,
      remedy: full ? `${full.says} ${full.ways}${shared ? ", or let the user clusters share one address by NodePort or Tunneling" : ", or plan fewer user clusters"}.` : `${larger === undefined ? `Take ${large ? "another block or a larger one" : "a larger block"}` : `Take ${larger}, the nearest block of that size that nothing stated uses`}${beside}${shared ? ", or let the user clusters share one address by NodePort or Tunneling" : ""}.`,
      running: full ? `${full.says} Let further user clusters live on another Seed, or have the network widened around ${block}.` : `Take a larger block that holds ${block}${beside}; where none is free, let further user clusters live on another Seed.`,
      fixes: [
        ...(larger === undefined || beside !== "" ? [] : [{ title: `Use ${larger}`, set: [{ path: pool, value: larger }] }]),
        ...(shared ? (["NodePort", "Tunneling"] as const).flatMap((value) => strategyFix(read, datacenters, `Expose user clusters by ${value}`, value)) : []),
      ],
      answers: [pool, ...(full?.answers ?? []), ...(perUserCluster ? strategyPaths(read, datacenters) : [])],
    });
  },
});
