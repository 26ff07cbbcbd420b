import { rule } from "../../kernel/rule.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { overlapOf, parseRange, type Range } from "../../values/range.ts";
import { datacenterRanges } from "./datacenter-ranges.ts";
import { placeRanges } from "./place-ranges.ts";
import { poolSpace } from "./pool-space.ts";
import { residentsOf } from "./residents.ts";

/** Parts of a cluster's block of virtual addresses that a DHCP server may lease out too. */
export const leasesInPool = rule<readonly { readonly row: AddressRange; readonly shared: Range }[]>({
  id: "addresses.leases-in-pool",
  title: "Leases inside the block",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    const { block, place } = read.rule(poolSpace, cluster);
    const rows = [...read.rule(placeRanges, place), ...read.rule(residentsOf, place).datacenters.flatMap((id) => read.rule(datacenterRanges, id))];
    return rows.flatMap((row) => {
      const leases = row.kind === "dhcp" ? parseRange(row.text) : undefined;
      const shared = leases && overlapOf(leases, block);
      return shared ? [{ row, shared }] : [];
    });
  },
});
