import { nameOf, ofCluster } from "../scope.ts";
import { formatNumber } from "../text/numbers.ts";
import { number, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Control-plane machines of the platform clusters that KubeOne builds, and what their disks must serve. */
export const controlPlanes: TableDefinition = {
  id: "control-planes",
  rules: ["sizing."],
  build: (scope) =>
    tableOf(scope, {
      id: "control-planes",
      team: "infrastructure",
      columns: [
        { title: "Cluster", weight: 3, keep: true, cell: ({ cluster }) => [text(nameOf(scope, "cluster", cluster))] },
        { title: "Machines", weight: 1, align: "right", keep: true, cell: ({ machines }) => [number(machines)] },
        { title: "vCPU each", weight: 2, align: "right", keep: true, cell: ({ cpu }) => [number(cpu)] },
        { title: "Memory each, GiB", weight: 2, align: "right", keep: true, cell: ({ memory }) => [number(memory)] },
        { title: "Disk at least, GB", weight: 2, align: "right", keep: true, cell: ({ disk }) => [number(disk)] },
        { title: "Its disk serves", weight: 3, keep: true, cell: ({ iops, bandwidth }) => [text(`${formatNumber(iops)} IOPS, ${formatNumber(bandwidth)} MB/s`)] },
        { title: "Because", weight: 5, cell: ({ why }) => [text(why)] },
      ],
      rows: ofCluster(scope, scope.plan.sizing.controlPlanes),
    }),
};
