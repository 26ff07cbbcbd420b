import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { freeBlockFor } from "../../rules/addresses/free-block.ts";
import { poolSpace } from "../../rules/addresses/pool-space.ts";
import { datacenterRanges } from "../../rules/addresses/datacenter-ranges.ts";
import { placeRanges } from "../../rules/addresses/place-ranges.ts";
import { residentsOf } from "../../rules/addresses/residents.ts";
import { formatCount } from "../../values/figures.ts";
import { formatBlock, formatRange, overlapOf, parseRange, sizeOf } from "../../values/range.ts";

/** A block of virtual addresses that a DHCP server may lease out too. */
export const poolOverlapsDhcp = check({
  id: "addresses.pool-overlaps-dhcp",
  title: "Virtual addresses lie outside DHCP ranges",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  examine: (read, cluster, report) => {
    const { block, place } = read.rule(poolSpace, cluster);
    const rows = [...read.rule(placeRanges, place), ...read.rule(residentsOf, place).datacenters.flatMap((id) => read.rule(datacenterRanges, id))];
    for (const row of rows.filter(({ kind }) => kind === "dhcp")) {
      const leases = parseRange(row.text);
      const shared = leases && overlapOf(leases, block);
      if (!shared) continue;
      const pool = read.path(loadBalancer.cluster.pool, cluster);
      const free = freeBlockFor(read, cluster, block.prefix);
      const text = formatBlock(block);
      report({
        key: row.id,
        title: `${text} overlaps the ${row.title}`,
        message: `${text} and ${row.text} share ${formatCount(Number(sizeOf(shared)), "address", "addresses")}, ${formatRange(shared)}. A lease would put a machine on an address that a Service already has.`,
        remedy: free === undefined ? "Shorten the DHCP range, or take another block." : `Use ${free}, or end the DHCP range before the block.`,
        fixes: free === undefined ? [] : [{ title: `Use ${free}`, set: [{ path: pool, value: free }] }],
        answers: [pool, row.path],
      });
    }
  },
});
