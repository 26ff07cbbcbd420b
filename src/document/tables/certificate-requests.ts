import { nameOf, ofCluster } from "../scope.ts";
import { code, joined, lineBreak, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Certificates to request, with every name. */
export const certificateRequests: TableDefinition = {
  id: "certificate-requests",
  rules: ["certificates."],
  build: (scope) =>
    tableOf(scope, {
      id: "certificate-requests",
      team: "pki",
      columns: [
        { title: "Cluster", weight: 2, keep: true, cell: ({ cluster }) => [text(nameOf(scope, "cluster", cluster))] },
        { title: "Names", weight: 6, keep: true, cell: ({ names }) => joined(names.map((name) => [code(name)]), lineBreak) },
        { title: "Issued by", weight: 3, cell: ({ issuer }) => [text(issuer)] },
        { title: "Because", weight: 5, cell: ({ why }) => [text(why)] },
      ],
      rows: ofCluster(scope, scope.plan.certificates.requests),
    }),
};
