import { nameOf, ofCluster } from "../scope.ts";
import { code, number, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Volumes that the capacity is made up of. */
export const volumes: TableDefinition = {
  id: "volumes",
  rules: ["storage."],
  build: (scope) =>
    tableOf(scope, {
      id: "volumes",
      team: "storage",
      columns: [
        { title: "Volume", weight: 5, keep: true, cell: ({ title }) => [text(title)] },
        { title: "Cluster", weight: 2, cell: ({ cluster }) => [text(nameOf(scope, "cluster", cluster))] },
        { title: "Class", weight: 3, cell: ({ storageClass }) => [code(storageClass)] },
        { title: "Count", weight: 1, align: "right", keep: true, cell: ({ count }) => [number(count)] },
        { title: "GiB each", weight: 2, align: "right", keep: true, cell: ({ size }) => [number(size)] },
        { title: "GiB in all", weight: 2, align: "right", keep: true, cell: ({ total }) => [number(total)] },
        { title: "Because", weight: 5, cell: ({ why }) => [text(why)] },
      ],
      rows: ofCluster(scope, scope.plan.storage.volumes),
    }),
};
