import { TEAMS } from "../../engine/index.ts";
import { codeOrText, text, value } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** What is backed up beside the etcd of user clusters. */
export const backupRoutines: TableDefinition = {
  id: "backup-routines",
  rules: ["storage.routines"],
  build: (scope) =>
    tableOf(scope, {
      id: "backup-routines",
      columns: [
        { title: "What", weight: 4, keep: true, cell: ({ title }) => [text(title)] },
        { title: "Every", weight: 2, keep: true, cell: ({ every }) => [text(every)] },
        { title: "Kept", weight: 2, keep: true, cell: ({ keeps }) => [text(keeps)] },
        { title: "Where", weight: 3, cell: ({ where }) => [value(scope, where, codeOrText)] },
        { title: "Team", weight: 2, cell: ({ team }) => [text(TEAMS[team])] },
        { title: "Because", weight: 5, cell: ({ why }) => [text(why)] },
      ],
      rows: scope.plan.storage.routines,
    }),
};
