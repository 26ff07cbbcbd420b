import { eventOf } from "../../engine/index.ts";
import { formatDate } from "../text/dates.ts";
import { number, text } from "../text/inlines.ts";
import { formatNumber } from "../text/numbers.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** When the installation or upgrade can begin, and what decides it. */
export const schedule: TableDefinition = {
  id: "schedule",
  rules: ["checklist.schedule"],
  build: (scope) =>
    tableOf(scope, {
      id: "schedule",
      columns: [
        { title: "Working days of preparation", weight: 2, align: "right", keep: true, cell: ({ workingDays, atLeast }) => (atLeast ? [text(`at least ${formatNumber(workingDays)}`)] : [number(workingDays)]) },
        { title: `Working days of the ${eventOf(scope.plan)}`, weight: 2, align: "right", keep: true, cell: ({ effort }) => [number(effort)] },
        { title: "Earliest begin", weight: 2, cell: ({ earliest, atLeast }) => (earliest === undefined ? [] : [text(`${atLeast ? "not before " : ""}${formatDate(earliest)}`)]) },
        { title: "Decided by", weight: 8, keep: true, cell: ({ why }) => [text(why)] },
      ],
      rows: scope.plan.schedule,
    }),
};
