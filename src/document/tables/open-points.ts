import type { OpenPoint, Plan } from "../../engine/index.ts";
import { formatDate } from "../text/dates.ts";
import { nothing, text } from "../text/inlines.ts";
import { ownerOf } from "../scope.ts";
import { tableOf, type TableDefinition } from "./table.ts";

const MOST = 3;

/** What nobody knows yet, with who settles it and what waits. */
export const openPoints: TableDefinition = {
  id: "open-points",
  rules: [],
  build: (scope) =>
    tableOf(scope, {
      id: "open-points",
      columns: [
        { title: "No.", weight: 1, keep: true, cell: ({ mark }) => [text(mark)] },
        { title: "Missing answer", weight: 4, keep: true, cell: ({ point }) => [text(point.title)] },
        { title: "Who will know", weight: 3, keep: true, cell: ({ point }) => [text(ownerOf(scope, point))] },
        { title: "By", weight: 2, cell: ({ point }) => (point.due === undefined ? nothing : [text(formatDate(point.due))]) },
        { title: "What waits for it", weight: 6, cell: ({ point }) => [text(waitingFor(scope.plan, point))] },
      ],
      rows: scope.plan.openPoints.map((point, at) => ({ id: point.path, mark: `O${at + 1}`, point })),
    }),
};

/** Rules that repeat what others wait for in other words. */
const ECHOES = ["checklist.", "runbook.", "decisions.", "topology.", "firewall.connections", "check."];

/** The first few titles of what waits, and how many more there are; echoes only where nothing else waits. */
function waitingFor({ cells }: Plan, { path, title: itself, waiting }: OpenPoint): string {
  const own = [...cells.values()].filter(({ rule, title, missing }) => missing.includes(path) && title !== itself && !ECHOES.some((start) => rule.startsWith(start)));
  const titles = own.length > 0 ? [...new Set(own.map(({ title }) => title))] : waiting;
  const named = titles.slice(0, MOST).join("; ");
  return titles.length > MOST ? `${named}; and ${titles.length - MOST} more` : named;
}
