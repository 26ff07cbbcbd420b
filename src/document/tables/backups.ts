import { nameOf, ofCluster } from "../scope.ts";
import { formatMinutes } from "../text/numbers.ts";
import { codeOrText, number, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Room for etcd snapshots, and how far back they reach. */
export const backups: TableDefinition = {
  id: "backups",
  rules: ["storage.backup"],
  build: (scope) =>
    tableOf(scope, {
      id: "backups",
      team: "storage",
      columns: [
        { title: "Cluster", weight: 2, keep: true, cell: ({ cluster }) => [text(nameOf(scope, cluster))] },
        { title: "Kept at", weight: 3, keep: true, cell: ({ target }) => [codeOrText(target)] },
        { title: "GiB needed", weight: 2, align: "right", keep: true, cell: ({ needed }) => [number(needed)] },
        { title: "GiB of the default volume", weight: 2, align: "right", cell: ({ offered }) => (offered === undefined ? [] : [number(offered)]) },
        { title: "A snapshot every", weight: 2, cell: ({ interval }) => [text(formatMinutes(interval))] },
        { title: "Kept", weight: 1, align: "right", cell: ({ kept }) => [number(kept)] },
        { title: "Reaches back", weight: 2, cell: ({ coverage }) => [text(formatMinutes(coverage))] },
        { title: "Arithmetic", weight: 5, keep: true, cell: ({ arithmetic }) => [text(arithmetic)] },
      ],
      rows: ofCluster(scope, scope.plan.storage.backups),
      marked: ({ needed, offered }) => offered !== undefined && needed > offered,
    }),
};
