import { nameOf, ofCluster } from "../scope.ts";
import { code, joined, lineBreak, number, sentence, text, value } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Storage classes to offer, with what to demand of them. */
export const storageClasses: TableDefinition = {
  id: "storage-classes",
  rules: ["storage."],
  build: (scope) =>
    tableOf(scope, {
      id: "storage-classes",
      team: "storage",
      columns: [
        { title: "Class", weight: 3, keep: true, cell: ({ name }) => [code(name)] },
        { title: "Cluster", weight: 2, cell: ({ cluster }) => [text(nameOf(scope, "cluster", cluster))] },
        { title: "Provisioner", weight: 4, keep: true, cell: ({ provisioner }) => [value(scope, provisioner, code)] },
        { title: "Parameters", weight: 3, cell: ({ parameters, named = {} }) => joined([...Object.entries(parameters).map(([key, setting]) => [code(`${key}: ${setting}`)]), ...Object.entries(named).map(([key, setting]) => (setting.kind === "known" ? [code(`${key}: ${setting.value}`)] : [code(`${key}:`), text(" "), value(scope, setting, code)]))], lineBreak) },
        { title: "Capacity in GiB", weight: 2, align: "right", keep: true, cell: ({ capacity }) => [number(capacity)] },
        { title: "Media", weight: 2, cell: ({ media }) => [text(media)] },
        { title: "Must hold", weight: 5, cell: ({ demands }) => joined(demands.map(sentence), lineBreak) },
      ],
      rows: ofCluster(scope, scope.plan.storage.classes),
    }),
};
