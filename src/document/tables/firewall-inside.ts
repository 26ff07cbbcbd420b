import { nameOf, ofCluster } from "../scope.ts";
import { range, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** Traffic that never leaves one cluster. */
export const firewallInside: TableDefinition = {
  id: "firewall-inside",
  rules: ["firewall.inside"],
  build: (scope) =>
    tableOf(scope, {
      id: "firewall-inside",
      team: "platform",
      columns: [
        { title: "Component", weight: 3, keep: true, cell: ({ component }) => [text(component)] },
        { title: "Cluster", weight: 2, cell: ({ cluster }) => [text(nameOf(scope, cluster))] },
        { title: "From", weight: 3, keep: true, cell: ({ source }) => [text(source)] },
        { title: "To", weight: 3, keep: true, cell: ({ destination }) => [text(destination)] },
        { title: "Protocol", weight: 2, keep: true, cell: ({ protocol }) => [text(protocol)] },
        { title: "Ports", weight: 3, keep: true, cell: ({ ports }) => (ports === "" ? [] : [range(ports)]) },
      ],
      rows: ofCluster(scope, scope.plan.firewall.inside),
    }),
};
