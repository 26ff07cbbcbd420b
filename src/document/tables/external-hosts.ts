import { code, range, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** The allow-list: hosts on the internet that machines must reach. */
export const externalHosts: TableDefinition = {
  id: "external-hosts",
  rules: ["firewall.external"],
  build: (scope) => {
    const endpoints = new Map(scope.plan.firewall.endpoints.map(({ id, title }) => [id, title]));
    return tableOf(scope, {
      id: "external-hosts",
      team: "network",
      columns: [
        { title: "Host", weight: 5, keep: true, cell: ({ host }) => [code(host)] },
        { title: "Ports", weight: 2, cell: ({ ports }) => [range(ports)] },
        { title: "From", weight: 3, cell: ({ source }) => [text(endpoints.get(source) ?? source)] },
        { title: "What for", weight: 6, keep: true, cell: ({ purpose }) => [text(purpose)] },
      ],
      rows: scope.plan.firewall.external,
    });
  },
};
