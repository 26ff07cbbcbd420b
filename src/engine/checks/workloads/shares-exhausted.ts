import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { freeBlockOf } from "../../rules/addresses/free-blocks.ts";
import { fullSegmentOf } from "../../rules/addresses/full-network.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { ipamPool } from "../../rules/workloads/ipam.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { formatBlock, prefixFor } from "../../values/range.ts";

/** More user clusters than a pool has shares. */
export const sharesExhausted = check({
  id: "workloads.shares-exhausted",
  title: "The address pool has a share for each user cluster",
  severity: "blocker",
  per: "datacenter",
  sources: ["kkp.ipam"],
  examine: (read, datacenter, report) => {
    const { block, share, capacity, userClusters } = read.rule(ipamPool, datacenter);
    if (userClusters <= capacity) return;
    const name = datacenterName(read, datacenter);
    const path = read.path(loadBalancer.datacenter.workloadBlock, datacenter);
    const needed = BigInt(userClusters) * BigInt(share);
    // What is proposed holds no address that nobody can use.
    const free = freeBlockOf(read, `range.workloads[${datacenter}]`);
    const full = fullSegmentOf(read, datacenter, block, Math.min(block.prefix, prefixFor(needed, block.family)));
    report({
      title: `The address pool of ${name} ends at ${formatCount(capacity, "user cluster")}`,
      message: `${formatFigure(userClusters)} user clusters with ${formatCount(share, "address", "addresses")} each need ${formatFigure(Number(needed))} addresses, and ${formatBlock(block)} holds shares for ${formatFigure(capacity)}. A user cluster without a share gets no address for its Services.`,
      remedy: full ? `${full.says} ${full.ways}, give each user cluster less, or plan fewer.` : `${free === undefined ? "Take a larger block" : `Take ${free}, the nearest block of that size that nothing stated uses`}, give each user cluster less, or plan fewer.`,
      fixes: free === undefined ? [] : [{ title: `Use ${free}`, set: [{ path, value: free }] }],
      running: `Let further user clusters run in another datacenter, whose pool has shares for them, or plan fewer in ${name}.`,
      answers: [path, ...(full?.answers ?? []), read.path(infrastructure.datacenter.smallClusters, datacenter)],
    });
  },
});
