import { certificates } from "../../answers/chapters/certificates.ts";
import { check } from "../../kernel/check.ts";
import { coverage } from "../../rules/certificates/coverage.ts";

/** A served host that no name of its certificate stands for. */
export const hostUncovered = check({
  id: "certificates.host-uncovered",
  title: "Every served host is covered by a certificate",
  severity: "blocker",
  per: "cluster",
  sources: ["rfc.9525"],
  examine: (read, cluster, report) => {
    const names = read.path(certificates.plan.names);
    for (const { id, host, coveredBy } of read.rule(coverage, cluster)) {
      if (coveredBy !== undefined) continue;
      report({
        key: id,
        title: `No certificate covers ${host}`,
        message: `Browsers that open ${host} would be warned of a certificate for other names.`,
        remedy: `Ask for ${host} as a name of its own.`,
        fixes: [
          { title: "List every name", set: [{ path: names, value: "listed" }] },
          { title: "Add a wildcard for each level", set: [{ path: names, value: "wildcard" }] },
        ],
        answers: [names, read.path(certificates.plan.issuance)],
      });
    }
  },
});
