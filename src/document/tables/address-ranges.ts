import { nameOf } from "../scope.ts";
import { assumed, nothing, range, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Every range that somebody claims, so that the network team sees them side by side. */
export const addressRanges: TableDefinition = {
  id: "address-ranges",
  rules: ["addresses.", "network."],
  build: (scope) =>
    tableOf(scope, {
      id: "address-ranges",
      team: "network",
      columns: [
        { title: "Range", weight: 4, keep: true, cell: (row) => [scope.assumed.has(row.path) ? assumed(range(row.text)) : range(row.text)] },
        { title: "What it is", weight: 4, keep: true, cell: ({ title }) => [text(title)] },
        { title: "Place", weight: 2, cell: ({ place }) => (place === undefined ? nothing : [text(nameOf(scope, "place", place))]) },
        { title: "Because", weight: 6, cell: ({ why }) => [text(why)] },
      ],
      rows: scope.plan.addresses.ranges,
    }),
};
