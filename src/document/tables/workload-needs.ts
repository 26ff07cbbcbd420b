import { nameOf } from "../scope.ts";
import { number, text, value } from "../text/inlines.ts";
import { excluded } from "./address-pools.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Addresses for Services of user clusters, apart from the platform's. */
export const workloadNeeds: TableDefinition = {
  id: "workload-needs",
  rules: ["addresses.workload"],
  build: (scope) =>
    tableOf(scope, {
      id: "workload-needs",
      team: "network",
      columns: [
        { title: "Datacenter", weight: 3, keep: true, cell: ({ datacenter }) => [text(nameOf(scope, "datacenter", datacenter))] },
        { title: "Addresses, at least", weight: 2, align: "right", keep: true, cell: ({ atLeast }) => [number(atLeast)] },
        { title: "Block", weight: 4, keep: true, cell: ({ block }) => [value(scope, block)] },
        { title: "Never handed out", weight: 4, cell: excluded },
        { title: "Because", weight: 6, cell: ({ why }) => [text(why)] },
      ],
      rows: scope.plan.addresses.workloads,
    }),
};
