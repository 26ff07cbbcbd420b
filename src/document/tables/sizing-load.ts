import type { ClusterSizing } from "../../engine/index.ts";
import { ofCluster } from "../scope.ts";
import { number, strong, text, type Inlines } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** What the workers of one cluster must carry, part by part, with the sums. */
export const sizingLoad: TableDefinition = {
  id: "sizing-load",
  rules: ["sizing."],
  build: (scope) => {
    const rows = ofCluster(scope, scope.plan.sizing.clusters).flatMap((sizing) => [
      ...sizing.lines.map((line, at) => ({ id: `${sizing.id}#${at + 1}`, ...line, isSum: false })),
      { id: `${sizing.id}#sum`, title: "Sum", formula: "", ...sumOf(sizing), isSum: true },
    ]);
    const figure = (amount: number, isSum: boolean): Inlines => (isSum ? [strong(number(amount))] : [number(amount)]);
    return tableOf(scope, {
      id: scope.subject ? `sizing-load-${scope.subject.id}` : "sizing-load",
      team: "infrastructure",
      columns: [
        { title: "Part", weight: 5, keep: true, cell: ({ title, isSum }) => (isSum ? [strong(text(title))] : [text(title)]) },
        { title: "Arithmetic", weight: 5, keep: true, cell: ({ formula }) => [text(formula)] },
        { title: "CPU in mCPU", weight: 2, align: "right", keep: true, cell: ({ cpu, isSum }) => figure(cpu, isSum) },
        { title: "Memory in MiB", weight: 2, align: "right", keep: true, cell: ({ memory, isSum }) => figure(memory, isSum) },
        { title: "Pods", weight: 2, align: "right", keep: true, cell: ({ pods, isSum }) => figure(pods, isSum) },
      ],
      rows,
    });
  },
};

const sumOf = ({ cpu, memory, pods }: ClusterSizing) => ({ cpu, memory, pods });
