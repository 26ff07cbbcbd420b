import { eventOf, isAssumedAddress, rowAddresses, rowNumber, type Endpoint, type Flow, type Value } from "../../engine/index.ts";
import { assumed, nothing, code, joined, lineBreak, ports as portsInText, text, value, type Inlines } from "../text/inlines.ts";
import type { Scope } from "../scope.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** The rows a firewall team enters, numbered like the lines of the overview diagram. */
export const firewallFlows: TableDefinition = {
  id: "firewall-flows",
  rules: ["firewall."],
  build: (scope) => {
    const endpoints = new Map(scope.plan.firewall.endpoints.map((endpoint) => [endpoint.id, endpoint]));
    const { flows } = scope.plan.firewall;
    const end = (row: Flow, id: string): Inlines => {
      const found = endpoints.get(id);
      return found ? [text(found.title), ...addresses(scope, found, rowAddresses(row, found), row.hosts !== undefined && id === row.destination)] : [text(id)];
    };
    return tableOf(scope, {
      id: "firewall-flows",
      team: "security",
      caption: [text(`“No.” is the number of the line in the overview${flows.some(({ part }) => part !== undefined) ? "; where a box there stands for several ends, a second figure tells the rows of its line apart" : ""}${flows.some(({ connection }) => connection === undefined) ? "; rows without one are messages of routers, which have no line there" : ""}.${flows.some(({ arrivesAs }) => arrivesAs !== undefined) ? " Where something on the way puts other addresses in place of those of a source, a row names both: filters before it see the former, filters behind it the latter." : ""} Rules P1 to P9 are those of KKP's own port table; the others are named by this plan, because that table leaves them out.`)],
      columns: [
        { title: "No.", weight: 1, align: "right", keep: true, cell: (row) => (row.connection === undefined ? nothing : [text(rowNumber(row))]) },
        { title: "Rule", weight: 2, keep: true, cell: ({ refs }) => [text(refs.join(", "))] },
        { title: "From", weight: 4, keep: true, cell: (row) => end(row, row.source) },
        { title: "To", weight: 4, keep: true, cell: (row) => end(row, row.destination) },
        { title: "Protocol", weight: 2, keep: true, cell: ({ protocol }) => [text(protocol)] },
        { title: "Ports", weight: 2, keep: true, cell: ({ ports }) => (ports === "" ? nothing : [portsInText(ports)]) },
        { title: "Needed for", weight: 3, cell: ({ lifetime }) => [text(lifetime.replace("installation", eventOf(scope.plan)))] },
        { title: "What for", weight: 5, keep: true, cell: ({ reason }) => [text(reason)] },
      ],
      rows: flows,
    });
  },
};

const MOST = 6;

/** Addresses below the name of an end; a long list ends in how many more there are, unless the row is for each of them. */
function addresses(scope: Scope, end: Endpoint, all: readonly Value<string>[], each: boolean): Inlines {
  if (all.length === 0) return [];
  const most = each ? all.length : MOST;
  const more = all.length > most ? [text(` and ${all.length - most} more`)] : [];
  return [...listed(all.slice(0, most).map((address) => value(scope, address, (known) => (isAssumedAddress(scope.plan, end, address) ? assumed(code(known)) : code(known))))), ...more];
}

const listed = (parts: Inlines): Inlines => [lineBreak, ...joined(parts.map((part) => [part]))];
