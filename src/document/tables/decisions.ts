import { assumed, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** The choices that shape this plan, and what each brings. */
export const decisions: TableDefinition = {
  id: "decisions",
  rules: ["decisions."],
  build: (scope) =>
    tableOf(scope, {
      id: "decisions",
      columns: [
        { title: "Decided", weight: 3, keep: true, cell: ({ title }) => [text(title)] },
        { title: "Choice", weight: 3, keep: true, cell: (row) => [row.assumed ? assumed(text(row.choice)) : text(row.choice)] },
        { title: "What it brings", weight: 7, cell: ({ why }) => [text(why)] },
      ],
      rows: scope.plan.decisions,
    }),
};
