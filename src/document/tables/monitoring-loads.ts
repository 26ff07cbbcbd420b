import { nameOf, ofCluster } from "../scope.ts";
import { number, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** What user clusters send, and what Cortex and Loki need for it. */
export const monitoringLoads: TableDefinition = {
  id: "monitoring-loads",
  rules: ["monitoring.load"],
  build: (scope) =>
    tableOf(scope, {
      id: "monitoring-loads",
      columns: [
        { title: "Seed", weight: 2, keep: true, cell: ({ cluster }) => [text(nameOf(scope, "cluster", cluster))] },
        { title: "Series", weight: 2, align: "right", keep: true, cell: ({ series }) => [number(series)] },
        { title: "Samples a second", weight: 2, align: "right", keep: true, cell: ({ samples }) => [number(samples)] },
        { title: "GiB of objects", weight: 2, align: "right", keep: true, cell: ({ storage }) => [number(storage)] },
        { title: "Arithmetic", weight: 7, keep: true, cell: ({ arithmetic }) => [text(arithmetic.join(" "))] },
      ],
      rows: ofCluster(scope, scope.plan.monitoring.loads),
    }),
};
