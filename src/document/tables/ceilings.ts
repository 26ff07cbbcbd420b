import { nameOf, ofCluster } from "../scope.ts";
import { formatNumber } from "../text/numbers.ts";
import { number, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Limits, and the number of user clusters at which each binds. */
export const ceilings: TableDefinition = {
  id: "ceilings",
  rules: ["sizing."],
  build: (scope) =>
    tableOf(scope, {
      id: "ceilings",
      team: "platform",
      columns: [
        { title: "Limit", weight: 4, keep: true, cell: ({ title }) => [text(title)] },
        { title: "Cluster", weight: 2, cell: ({ cluster, heldBy }) => [text(heldBy ?? nameOf(scope, "cluster", cluster))] },
        { title: "Used", weight: 2, align: "right", keep: true, cell: ({ used }) => [number(used)] },
        { title: "There are", weight: 2, align: "right", keep: true, cell: ({ limit }) => [number(limit)] },
        { title: "Unit", weight: 2, cell: ({ unit }) => [text(unit)] },
        {
          title: "User clusters at most",
          weight: 2,
          align: "right",
          keep: true,
          cell: ({ maxUserClusters }) => [text(maxUserClusters === "unlimited" ? "any number" : formatNumber(maxUserClusters))],
        },
        { title: "Because", weight: 5, cell: ({ why }) => [text(why)] },
      ],
      rows: ofCluster(scope, scope.plan.sizing.ceilings),
      marked: ({ used, limit }) => used > limit,
    }),
};
