import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { freeBlockOf } from "../../rules/addresses/free-blocks.ts";
import { leasesInPool } from "../../rules/addresses/leases-in-pool.ts";
import { poolSpace } from "../../rules/addresses/pool-space.ts";
import { formatCount } from "../../values/figures.ts";
import { formatBlock, formatRange, sizeOf } from "../../values/range.ts";

/** A block of virtual addresses that a DHCP server may lease out too. */
export const poolOverlapsDhcp = check({
  id: "addresses.pool-overlaps-dhcp",
  title: "Virtual addresses lie outside DHCP ranges",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  examine: (read, cluster, report) => {
    const { block } = read.rule(poolSpace, cluster);
    for (const { row, shared } of read.rule(leasesInPool, cluster)) {
      const pool = read.path(loadBalancer.cluster.pool, cluster);
      const free = freeBlockOf(read, `range.pool[${cluster}]`);
      const text = formatBlock(block);
      report({
        key: row.id,
        title: `${text} overlaps the ${row.title}`,
        message: `${text} and ${row.text} share ${formatCount(Number(sizeOf(shared)), "address", "addresses")}, ${formatRange(shared)}. A lease would put a machine on an address that a Service already has.`,
        remedy: free === undefined ? "Shorten the DHCP range, or take another block." : `Use ${free}, or end the DHCP range before the block.`,
        running: `Shorten the DHCP range so that it leaves ${text} out.`,
        fixes: free === undefined ? [] : [{ title: `Use ${free}`, set: [{ path: pool, value: free }] }],
        answers: [pool, row.path],
      });
    }
  },
});
