import { TEAMS } from "../../engine/index.ts";
import { code, joined, lineBreak, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Accounts to prepare, by name and never with their secrets. */
export const accounts: TableDefinition = {
  id: "accounts",
  rules: ["accounts."],
  build: (scope) =>
    tableOf(scope, {
      id: "accounts",
      columns: [
        { title: "Account, place and team", weight: 4, keep: true, cell: ({ title, where, team }) => [text(title), lineBreak, text(where), lineBreak, text(TEAMS[team])] },
        { title: "Permissions, because", weight: 8, keep: true, cell: ({ permissions, why }) => joined([...permissions, why].map((line) => [text(line)]), lineBreak) },
        { title: "Handed over as", weight: 3, cell: ({ fields }) => joined(fields.map((field) => [code(field)]), lineBreak) },
      ],
      rows: scope.plan.accounts,
    }),
};
