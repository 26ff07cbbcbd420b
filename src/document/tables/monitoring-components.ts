import { nameOf, ofCluster } from "../scope.ts";
import { code, lineBreak, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Monitoring, logging and alerting, component by component. */
export const monitoringComponents: TableDefinition = {
  id: "monitoring-components",
  rules: ["monitoring."],
  build: (scope) =>
    tableOf(scope, {
      id: "monitoring-components",
      team: "platform",
      columns: [
        { title: "Component", weight: 3, keep: true, cell: ({ title }) => [text(title)] },
        { title: "Cluster", weight: 2, cell: ({ cluster }) => [text(nameOf(scope, "cluster", cluster))] },
        { title: "Serves", weight: 3, cell: ({ stack }) => [text(stack === "user-cluster" ? "user clusters" : "master and Seeds")] },
        { title: "Size and address", weight: 6, cell: ({ detail, host }) => [text(detail), ...(host === undefined ? [] : [lineBreak, code(host)])] },
        { title: "Because", weight: 5, cell: ({ why }) => [text(why)] },
      ],
      rows: ofCluster(scope, scope.plan.monitoring.components),
    }),
};
