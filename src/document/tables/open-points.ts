import { meanwhileText, type OpenPoint } from "../../engine/index.ts";
import { formatDate } from "../text/dates.ts";
import { nothing, text } from "../text/inlines.ts";
import { ownerOf } from "../scope.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Most of what waits that a row names. */
const MOST_WAITING = 3;

/** What nobody knows yet, with who settles it and what waits. */
export const openPoints: TableDefinition = {
  id: "open-points",
  rules: [],
  build: (scope) =>
    tableOf(scope, {
      id: "open-points",
      columns: [
        { title: "No.", weight: 1, keep: true, cell: ({ mark }) => [text(mark)] },
        { title: "Open answer", weight: 4, keep: true, cell: ({ point }) => [text(point.title)] },
        { title: "Who will know", weight: 3, keep: true, cell: ({ point }) => [text(ownerOf(scope, point))] },
        { title: "By", weight: 2, cell: ({ point }) => (point.due === undefined ? nothing : [text(formatDate(point.due))]) },
        { title: "What waits for it", weight: 6, cell: ({ point }) => [text(waitingFor(point))] },
      ],
      rows: scope.plan.openPoints.map((point, at) => ({ id: point.path, mark: `O${at + 1}`, point })),
    }),
};

/** The first few things that wait, and how many more there are; or what the plan does meanwhile. */
function waitingFor({ waiting, meanwhile }: OpenPoint): string {
  if (meanwhile) return meanwhileText(meanwhile);
  const named = waiting.slice(0, MOST_WAITING).join("; ");
  return waiting.length > MOST_WAITING ? `${named}; and ${waiting.length - MOST_WAITING} more` : named;
}
