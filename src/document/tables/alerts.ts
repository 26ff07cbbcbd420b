import { text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Signs that the control plane of a user cluster has to be scaled. */
export const alerts: TableDefinition = {
  id: "alerts",
  rules: ["monitoring.alerts"],
  build: (scope) =>
    tableOf(scope, {
      id: "alerts",
      columns: [
        { title: "Sign", weight: 3, keep: true, cell: ({ title }) => [text(title)] },
        { title: "When", weight: 4, keep: true, cell: ({ when }) => [text(when)] },
        { title: "What to change", weight: 5, keep: true, cell: ({ change }) => [text(change)] },
        { title: "Seen by", weight: 3, keep: true, cell: ({ installed }) => [text(installed ? "Installed rule" : "A panel or a rule of your own")] },
      ],
      rows: scope.plan.monitoring.alerts,
    }),
};
