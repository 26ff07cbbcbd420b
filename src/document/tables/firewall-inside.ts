import type { InsideFlow } from "../../engine/index.ts";
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
        { title: "Cluster", weight: 2, cell: ({ clusters }) => [text(clusters.map((cluster) => nameOf(scope, "cluster", cluster)).join(", "))] },
        { title: "From", weight: 3, keep: true, cell: ({ source }) => [text(source)] },
        { title: "To", weight: 3, keep: true, cell: ({ destination }) => [text(destination)] },
        { title: "Protocol", weight: 2, keep: true, cell: ({ protocol }) => [text(protocol)] },
        { title: "Ports", weight: 3, keep: true, cell: ({ ports }) => (ports === "" ? [] : [range(ports)]) },
      ],
      rows: sameInClusters(ofCluster(scope, scope.plan.firewall.inside)),
      small: true,
    }),
};

/** One row for what several clusters do alike, in the order in which the first of them does it. */
function sameInClusters(flows: readonly InsideFlow[]): readonly (InsideFlow & { readonly clusters: readonly string[] })[] {
  const rows = new Map<string, InsideFlow & { readonly clusters: string[] }>();
  for (const flow of flows) {
    const key = JSON.stringify([flow.component, flow.source, flow.destination, flow.protocol, flow.ports]);
    const row = rows.get(key) ?? { ...flow, clusters: [] };
    row.clusters.push(flow.cluster);
    rows.set(key, row);
  }
  return [...rows.values()];
}
