import { groupAssumptions, sourceFor, type AnswerPath } from "../../engine/index.ts";
import { ownerOf, type Scope } from "../scope.ts";
import { formatDate } from "../text/dates.ts";
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
        { title: "Not answered", weight: 4, keep: true, cell: ({ title, first }) => [text(`${title}${askedOf(scope, first.path)}`)] },
        { title: "Value taken", weight: 3, keep: true, cell: (row) => [assumed(/^\d/.test(row.shown) ? range(row.shown) : codeOrText(row.shown))] },
        { title: "What the product does by default", weight: 6, cell: ({ first }) => [text(first.sentence)] },
        {
          title: "Source",
          weight: 4,
          cell: (row) => {
            const source = sourceFor(row.first.source, scope.plan.project.release);
            return source ? [link(source.url, text(source.title))] : [];
          },
        },
      ],
      rows: groupAssumptions(scope.plan.assumptions, scope.plan.project.names, ({ path }) => askedOf(scope, path)).map((group) => ({ id: group.first.path, ...group })),
    }),
};

/** Whom somebody asked for the answer meanwhile, and by when: ", asked of Network team by 3 Dec 2026". */
function askedOf(scope: Scope, path: AnswerPath): string {
  const point = scope.openPoints.get(path);
  if (!point) return "";
  return `, asked of ${ownerOf(scope, point)}${point.due === undefined ? "" : ` by ${formatDate(point.due)}`}`;
}
