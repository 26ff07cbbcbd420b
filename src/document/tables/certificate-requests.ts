import { nameOf, ofCluster, type Scope } from "../scope.ts";
import { code, joined, lineBreak, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

const certificates = (id: string, among: (row: Scope["plan"]["certificates"]["requests"][number]) => boolean): TableDefinition => ({
  id,
  rules: ["certificates."],
  build: (scope) =>
    tableOf(scope, {
      id,
      team: "pki",
      columns: [
        { title: "Cluster", weight: 2, keep: true, cell: ({ cluster }) => [text(nameOf(scope, "cluster", cluster))] },
        { title: "Names", weight: 6, keep: true, cell: ({ names }) => joined(names.map((name) => [code(name)]), lineBreak) },
        { title: "Issued by", weight: 3, cell: ({ issuer }) => [text(issuer)] },
        { title: "Because", weight: 5, cell: ({ why }) => [text(why)] },
      ],
      rows: ofCluster(scope, scope.plan.certificates.requests).filter(among),
    }),
});

/** Certificates to request, with every name. */
export const certificateRequests = certificates("certificate-requests", ({ inUse }) => !inUse);

/** Certificates that an installed platform presents and keeps. */
export const certificatesInUse = certificates("certificates-in-use", ({ inUse }) => inUse === true);
