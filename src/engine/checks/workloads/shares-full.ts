import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { freeBlockOf } from "../../rules/addresses/free-blocks.ts";
import { fullSegmentOf } from "../../rules/addresses/full-network.ts";
import { prefixOfLarger } from "../../rules/addresses/room-for-next.ts";
import { datacenterName } from "../../rules/basics/platform.ts";
import { ipamPool } from "../../rules/workloads/ipam.ts";
import { formatFigure } from "../../values/figures.ts";
import { formatBlock } from "../../values/range.ts";

/** A pool with a share for each planned user cluster, and none for one more. */
export const sharesFull = check({
  id: "workloads.shares-full",
  title: "The address pool has a share for one user cluster more",
  severity: "advice",
  per: "datacenter",
  sources: ["kkp.ipam"],
  examine: (read, datacenter, report) => {
    const { block, share, capacity, userClusters } = read.rule(ipamPool, datacenter);
    if (userClusters === 0 || userClusters !== capacity) return;
    const name = datacenterName(read, datacenter);
    const path = read.path(loadBalancer.datacenter.workloadBlock, datacenter);
    const needed = BigInt(userClusters + 1) * BigInt(share);
    const free = freeBlockOf(read, `range.workloads[${datacenter}]`);
    const prefix = prefixOfLarger(block, Number(needed));
    const full = fullSegmentOf(read, datacenter, block, prefix);
    report({
      title: `The address pool of ${name} has no share for one user cluster more`,
      message: `${formatBlock(block)} holds shares for ${formatFigure(capacity)} user clusters, and so many are planned. User cluster ${formatFigure(userClusters + 1)} would need ${formatFigure(Number(needed))} addresses in all; without a share it gets no address for its Services.`,
      remedy: full ? `${full.says} ${full.ways}, give each user cluster less, or let further ones run in another datacenter.` : `${free === undefined ? `Take a /${prefix}` : `Take ${free}, the nearest block of that size that nothing stated uses`}, give each user cluster less, or let further ones run in another datacenter.`,
      fixes: free === undefined ? [] : [{ title: `Use ${free}`, set: [{ path, value: free }] }],
      running: "Let further user clusters run in another datacenter, whose pool has shares for them.",
      answers: [path, ...(full?.answers ?? []), read.path(infrastructure.datacenter.smallClusters, datacenter)],
    });
  },
});
