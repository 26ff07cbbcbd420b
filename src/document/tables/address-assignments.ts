import { shownAddress } from "../../engine/index.ts";
import { nameOf, ofCluster } from "../scope.ts";
import { code, nothing, number, text, value } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Every single address of the installation and what it is for. */
export const addressAssignments: TableDefinition = {
  id: "address-assignments",
  rules: ["addresses."],
  build: (scope) => {
    const rows = ofCluster(scope, scope.plan.addresses.assignments);
    const hasRuns = rows.some(({ count }) => count > 1);
    return tableOf(scope, {
      id: "address-assignments",
      team: "network",
      columns: [
        { title: "Address", weight: 3, keep: true, cell: (row) => [value(scope, shownAddress(row))] },
        { title: "Count", weight: 1, align: "right", cell: ({ count }) => (hasRuns ? [number(count)] : nothing) },
        { title: "What for", weight: 3, keep: true, cell: ({ title }) => [text(title)] },
        { title: "Cluster", weight: 2, cell: ({ cluster }) => [text(nameOf(scope, "cluster", cluster))] },
        { title: "Service", weight: 4, cell: ({ service }) => (service ? [code(`${service.namespace}/${service.name}`)] : nothing) },
        { title: "Because", weight: 6, cell: ({ why }) => [text(why)] },
        { title: "Until", weight: 3, cell: ({ until }) => (until === undefined ? nothing : [text(until)]) },
      ],
      rows,
    });
  },
};
