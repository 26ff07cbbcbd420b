import { check } from "../../kernel/check.ts";
import { overlaps } from "../../rules/addresses/overlaps.ts";
import { proposalBeside } from "../../rules/addresses/proposals.ts";
import { meetsReserved } from "../../rules/addresses/reserved.ts";

/** Stated ranges that machines already use for themselves. */
export const reservedRanges = check({
  id: "addresses.reserved-ranges",
  title: "Ranges keep clear of addresses that every machine uses for itself",
  severity: "blocker",
  also: ["warning"],
  per: "plan",
  sources: ["kkp.code.resources"],
  examine: (read, _plan, report) => {
    for (const { stated: { row }, reserved: { text, range, by } } of meetsReserved(read, read.rule(overlaps).stated)) {
      const severity = by === "docker" ? "warning" : "blocker";
      const who = by === "docker" ? "Machines with Docker use it on their own bridge" : "Every node of a user cluster answers DNS there";
      const other = proposalBeside(read, row, range);
      const otherwise = severity === "blocker" ? "Take a range without this address." : "Keep hosts that the machines must reach out of it, or run no Docker on them.";
      report({
        key: `${row.id}~${text}`,
        severity,
        title: `${row.title} (${row.text}) meets ${text}`,
        message: `${who}, so whatever lies at ${text} in your networks cannot be reached from these machines.`,
        remedy: other ? `${other.remedy}${severity === "blocker" ? "" : " Or run no Docker on machines that must reach it."}` : otherwise,
        fixes: other?.fix ? [other.fix] : [],
        ...(other ? { running: severity === "blocker" ? `Move to new clusters with ${other.value}.` : `Run no Docker on machines that must reach it, or move to new clusters with ${other.value}.` } : {}),
        answers: [row.path],
      });
    }
  },
});
