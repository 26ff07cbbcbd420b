import { nameOf, ofCluster } from "../scope.ts";
import { formatMinutes, formatNumber } from "../text/numbers.ts";
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
        { title: "Cluster", weight: 2, keep: true, cell: ({ cluster }) => [text(nameOf(scope, "cluster", cluster))] },
        { title: "Kept at", weight: 3, keep: true, cell: ({ target }) => [codeOrText(target)] },
        { title: "GiB needed", weight: 2, align: "right", keep: true, cell: ({ needed }) => [number(needed)] },
        { title: "GiB of the default volume", weight: 2, align: "right", cell: ({ offered }) => (offered === undefined ? [] : [number(offered)]) },
        {
          title: "Snapshots",
          weight: 4,
          cell: ({ interval, kept, coverage }) => [text(`one every ${formatMinutes(interval)}, the last ${formatNumber(kept)} are kept and reach back ${formatMinutes(coverage)}`)],
        },
        { title: "Arithmetic", weight: 5, keep: true, cell: ({ arithmetic }) => [text(arithmetic)] },
      ],
      rows: ofCluster(scope, scope.plan.storage.backups),
      marked: ({ needed, offered }) => offered !== undefined && needed > offered,
    }),
};
