import { text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** What the identity team prepares. */
export const identityPreparations: TableDefinition = {
  id: "identity-preparations",
  rules: ["identity."],
  build: (scope) =>
    tableOf(scope, {
      id: "identity-preparations",
      team: "identity",
      columns: [
        { title: "To prepare", weight: 5, keep: true, cell: ({ title }) => [text(title)] },
        { title: "Because", weight: 7, cell: ({ why }) => [text(why)] },
      ],
      rows: scope.plan.identity.preparations,
    }),
};
