import { check } from "../../kernel/check.ts";
import { overlaps } from "../../rules/addresses/overlaps.ts";
import { proposalFor } from "../../rules/addresses/proposals.ts";
import { formatCount } from "../../values/figures.ts";
import { formatRange, sizeOf } from "../../values/range.ts";

/** Every pair of ranges that must not share addresses and does. */
export const rangesOverlap = check({
  id: "addresses.ranges-overlap",
  title: "Ranges do not overlap",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.cluster-network", "kkp.setup-checklist"],
  examine: (read, _plan, report) => {
    for (const { a, b, shared, severity, reason } of read.rule(overlaps).pairs) {
      const fix = proposalFor(read, a.row, b.row);
      const count = formatCount(Number(sizeOf(shared)), "address", "addresses");
      report({
        key: `${a.row.id}~${b.row.id}`,
        severity,
        title: `${a.row.title} overlap ${b.row.title}`.replace(/^(Node network|Worker network|Block|Tunnelling agent)(.*?) overlap /, "$1$2 overlaps "),
        message: `${a.row.title} (${a.row.text}) and ${b.row.title} (${b.row.text}) share ${count}, ${formatRange(shared)}. ${reason}`,
        remedy: fix ? `${fix.title}; it is the nearest block that nothing stated uses.` : "Change one of both ranges.",
        fixes: fix ? [fix] : [],
        answers: [a.row.path, b.row.path],
      });
    }
  },
});
