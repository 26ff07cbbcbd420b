import { text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Tools of the installing engineers, and those with which teams show that an item is done. */
export const tools: TableDefinition = {
  id: "tools",
  rules: ["access.tools", "access.check-tools"],
  build: (scope) =>
    tableOf(scope, {
      id: "tools",
      columns: [
        { title: "Tool", weight: 2, keep: true, cell: ({ title }) => [text(title)] },
        { title: "Version", weight: 3, keep: true, cell: ({ version }) => [text(version)] },
        { title: "Because", weight: 6, cell: ({ why }) => [text(why)] },
      ],
      rows: scope.plan.tools,
    }),
};
