import { nameOf, ofCluster } from "../scope.ts";
import { number, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Worker machines of the platform clusters, with the root disk of each. */
export const workerMachines: TableDefinition = {
  id: "worker-machines",
  rules: ["sizing."],
  build: (scope) =>
    tableOf(scope, {
      id: "worker-machines",
      team: "infrastructure",
      columns: [
        { title: "Cluster", weight: 3, keep: true, cell: ({ cluster }) => [text(nameOf(scope, "cluster", cluster))] },
        { title: "Machines", weight: 1, align: "right", keep: true, cell: ({ machines }) => [number(machines)] },
        { title: "vCPU each", weight: 2, align: "right", keep: true, cell: ({ cpu }) => [number(cpu)] },
        { title: "Memory each, GiB", weight: 2, align: "right", keep: true, cell: ({ memory }) => [number(memory)] },
        { title: "Root disk at least, GB", weight: 2, align: "right", keep: true, cell: ({ disk }) => [number(disk)] },
        { title: "Because", weight: 6, cell: ({ why }) => [text(why)] },
      ],
      rows: ofCluster(scope, scope.plan.sizing.workers),
    }),
};
