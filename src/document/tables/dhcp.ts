import { nameOf } from "../scope.ts";
import { number, range, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Leases that each DHCP range must hold. */
export const dhcp: TableDefinition = {
  id: "dhcp",
  rules: ["addresses.dhcp"],
  build: (scope) =>
    tableOf(scope, {
      id: "dhcp",
      team: "network",
      columns: [
        { title: "Range", weight: 4, keep: true, cell: (row) => [range(row.range)] },
        { title: "Place", weight: 2, cell: ({ place }) => [text(nameOf(scope, "place", place))] },
        { title: "Leases needed", weight: 2, align: "right", keep: true, cell: ({ leases }) => [number(leases)] },
        { title: "For a while on top", weight: 2, align: "right", cell: ({ room }) => [number(room)] },
        { title: "Leases there", weight: 2, align: "right", keep: true, cell: ({ capacity }) => [number(capacity)] },
        { title: "Made up of", weight: 6, keep: true, cell: ({ lines }) => [text(lines.map(({ title, leases }) => `${title}: ${leases}`).join("; "))] },
      ],
      rows: scope.plan.addresses.dhcp,
      marked: ({ leases, capacity }) => leases > capacity,
    }),
};
