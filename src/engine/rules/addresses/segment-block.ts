import { rule } from "../../kernel/rule.ts";
import { freeBlockFor, prefixNeeded } from "./free-block.ts";
import { poolSpace } from "./pool-space.ts";

/** A free block as large as the stated one, and as its cluster needs, where the announcement of the cluster's addresses reaches; waits while others may claim it. */
export const segmentBlock = rule<{ readonly free: string | undefined }>({
  id: "addresses.segment-block",
  title: "Free block in the segment",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => ({ free: freeBlockFor(read, cluster, prefixNeeded(read, cluster, read.rule(poolSpace, cluster).block)) }),
});
