import { nameOf, ofCluster } from "../scope.ts";
import { code, sign, strong, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** For every name that browsers ask for: which certificate covers it, and whether one platform wildcard would do. */
export const certificateProof: TableDefinition = {
  id: "certificate-proof",
  rules: ["certificates."],
  build: (scope) => {
    const hosts = new Map(scope.plan.certificates.hosts.map((host) => [host.name, host]));
    const rows = scope.plan.certificates.coverage.map((row) => ({ ...row, cluster: hosts.get(row.host)?.cluster ?? "", service: hosts.get(row.host)?.service ?? "" }));
    return tableOf(scope, {
      id: "certificate-proof",
      team: "pki",
      caption: [text("A certificate wildcard stands for exactly one label.")],
      columns: [
        { title: "Name that browsers ask for", weight: 5, keep: true, cell: ({ host }) => [code(host)] },
        { title: "Service", weight: 3, cell: ({ service }) => [text(service)] },
        { title: "Cluster", weight: 2, cell: ({ cluster }) => [text(nameOf(scope, "cluster", cluster))] },
        { title: "Covered by", weight: 4, keep: true, cell: ({ match }) => (match === undefined ? [text("no name of the request")] : [code(match)]) },
        { title: "By the platform's wildcard alone", weight: 3, keep: true, cell: (row) => [text(row.byPlatformWildcard ? "yes" : "no")] },
        {
          title: "Result",
          weight: 2,
          keep: true,
          cell: ({ coveredBy }) => (coveredBy === undefined ? [sign("no"), strong(text("not covered"))] : [sign("yes"), text("covered")]),
        },
      ],
      rows: ofCluster(scope, rows),
      marked: ({ coveredBy }) => coveredBy === undefined,
    });
  },
};
