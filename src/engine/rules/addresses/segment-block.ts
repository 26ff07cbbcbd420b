import { rule } from "../../kernel/rule.ts";
import { freeBlockFor, freeBlockNear, prefixNeeded } from "./free-block.ts";
import { poolSpace } from "./pool-space.ts";

/** A free block as large as the stated one, and as its cluster needs, where the announcement of the cluster's addresses reaches; waits while others may claim it. */
export const segmentBlock = rule<{ readonly free: string | undefined }>({
  id: "addresses.segment-block",
  title: "Free block in the segment",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => ({ free: freeBlockFor(read, cluster, prefixNeeded(read, cluster, read.rule(poolSpace, cluster).block)) }),
});

/** The same beside the nodes, where a block that routers lead elsewhere gives way to one for which the nodes answer themselves. */
export const blockBesideNodes = rule<{ readonly free: string | undefined }>({
  id: "addresses.block-beside-nodes",
  title: "Free block of the node network",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const { block, nodeNetwork } = read.rule(poolSpace, cluster);
    if (block.family !== nodeNetwork.family) return { free: undefined };
    return { free: freeBlockNear(read, `range.pool[${cluster}]`, block, prefixNeeded(read, cluster, block), { segment: nodeNetwork }) };
  },
});
