import { sourceFor } from "../../engine/index.ts";
import { assumed, codeOrText, link, range, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Product defaults that stand in for unanswered questions. */
export const assumptions: TableDefinition = {
  id: "assumptions",
  rules: [],
  build: (scope) =>
    tableOf(scope, {
      id: "assumptions",
      columns: [
        { title: "Not answered", weight: 4, keep: true, cell: ({ title }) => [text(title)] },
        { title: "Value taken", weight: 3, keep: true, cell: (row) => [assumed(/^\d/.test(row.shown) ? range(row.shown) : codeOrText(row.shown))] },
        { title: "What the product does by default", weight: 6, cell: ({ sentence }) => [text(sentence)] },
        {
          title: "Source",
          weight: 4,
          cell: (row) => {
            const source = sourceFor(row.source, scope.plan.project.release);
            return source ? [link(source.url, text(source.title))] : [];
          },
        },
      ],
      rows: scope.plan.assumptions.map((assumption) => ({ id: assumption.path, ...assumption })),
    }),
};
