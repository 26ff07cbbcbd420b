import { check } from "../../kernel/check.ts";
import { reservedAddresses } from "../../facts/addresses.ts";
import { overlaps } from "../../rules/addresses/overlaps.ts";
import { overlapOf, parseAny } from "../../values/range.ts";

/** Stated ranges that machines already use for themselves. */
export const reservedRanges = check({
  id: "addresses.reserved-ranges",
  title: "Ranges keep clear of addresses that every machine uses for itself",
  severity: "blocker",
  also: ["warning"],
  per: "plan",
  sources: ["kkp.code.resources"],
  examine: (read, _plan, report) => {
    const nodeLocal = { text: read.fact(reservedAddresses.nodeLocalDns), severity: "blocker", who: "Every node of a user cluster answers DNS there" } as const;
    const docker = { text: read.fact(reservedAddresses.docker), severity: "warning", who: "Machines with Docker use it on their own bridge" } as const;
    for (const { row, range } of read.rule(overlaps).stated) {
      for (const { text, severity, who } of [nodeLocal, docker]) {
        const reserved = parseAny(text);
        if (!reserved || !overlapOf(reserved, range)) continue;
        report({
          key: `${row.id}~${text}`,
          severity,
          title: `${row.title} (${row.text}) meets ${text}`,
          message: `${who}, so whatever lies at ${text} in your networks cannot be reached from these machines.`,
          remedy: severity === "blocker" ? "Take a range without this address." : "Keep hosts that the machines must reach out of it, or run no Docker on them.",
          answers: [row.path],
        });
      }
    }
  },
});
