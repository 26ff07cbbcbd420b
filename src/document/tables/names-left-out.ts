import { code, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Names that need no certificate, with the reason. */
export const namesLeftOut: TableDefinition = {
  id: "names-left-out",
  rules: [],
  build: (scope) =>
    tableOf(scope, {
      id: "names-left-out",
      team: "pki",
      columns: [
        { title: "Name", weight: 5, keep: true, cell: ({ name }) => [code(name)] },
        { title: "Not needed, because", weight: 7, keep: true, cell: ({ why }) => [text(why)] },
      ],
      rows: scope.plan.certificates.leftOut,
    }),
};
