import { check } from "../../kernel/check.ts";
import { overlaps } from "../../rules/addresses/overlaps.ts";
import { proposalFor, spokenRange } from "../../rules/addresses/proposals.ts";
import { formatCount } from "../../values/figures.ts";
import { formatRange, sizeOf } from "../../values/range.ts";

/** A number of addresses; those of IPv6 by their power of two, because nobody reads 25 digits. */
const spokenCount = (count: bigint): string =>
  count <= BigInt(Number.MAX_SAFE_INTEGER) ? formatCount(Number(count), "address", "addresses") : `2^${count.toString(2).length - 1} addresses${count.toString(2).lastIndexOf("1") === 0 ? "" : " and more"}`;

/** Every pair of ranges that must not share addresses and does. */
export const rangesOverlap = check({
  id: "addresses.ranges-overlap",
  title: "Ranges do not overlap",
  severity: "blocker",
  also: ["warning"],
  per: "plan",
  sources: ["kkp.cluster-network", "kkp.setup-checklist"],
  examine: (read, _plan, report) => {
    for (const { a, b, shared, severity, reason } of read.rule(overlaps).pairs) {
      const { fix, remedy } = proposalFor(read, a.row, b.row);
      const count = spokenCount(sizeOf(shared));
      report({
        key: `${a.row.id}~${b.row.id}`,
        severity,
        title: `${a.row.title} and ${spokenRange(b.row)} share ${count}`,
        message: `${a.row.title} (${a.row.text}) and ${spokenRange(b.row)} (${b.row.text}) overlap in ${formatRange(shared)}. ${reason}`,
        remedy,
        fixes: fix ? [fix] : [],
        ...(fix ? { running: `Change ${spokenRange(fix.set.some(({ path }) => path === a.row.path) ? b.row : a.row)} where nothing keeps it, or move to new clusters with ${fix.set.flatMap(({ value }) => (typeof value === "string" ? [value] : [])).join(", ")}.` } : {}),
        answers: [a.row.path, b.row.path],
      });
    }
  },
});
