import { TEAMS } from "../../engine/index.ts";
import { codeOrText, text, value } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Ways in, and where configuration and secrets are kept. */
export const access: TableDefinition = {
  id: "access",
  rules: ["access."],
  build: (scope) =>
    tableOf(scope, {
      id: "access",
      columns: [
        { title: "What", weight: 3, keep: true, cell: ({ title }) => [text(title)] },
        { title: "Where", weight: 5, keep: true, cell: ({ detail }) => [value(scope, detail, codeOrText)] },
        { title: "Team", weight: 2, cell: ({ team }) => [text(TEAMS[team])] },
        { title: "Because", weight: 6, cell: ({ why }) => [text(why)] },
      ],
      rows: scope.plan.access,
    }),
};
