import { rowNumber } from "../../engine/index.ts";
import { code, text } from "../text/inlines.ts";
import { withDashes } from "../text/numbers.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** The numbered lines of the overview diagram in words; a line whose box stands for several ends has a row for each of its parts. */
export const connections: TableDefinition = {
  id: "connections",
  rules: ["topology."],
  build: (scope) => {
    const { topology, firewall } = scope.plan;
    // A box is named within its frame; here its end is named in full.
    const ends = new Map([...topology.boxes, ...firewall.endpoints].map(({ id, title }) => [id, title]));
    const reasons = new Map(firewall.flows.map((flow) => [flow.id, flow.reason]));
    const named = new Set(firewall.endpoints.map(({ id }) => id));
    const ended = new Map(firewall.flows.map((flow) => [flow.id, flow.destination]));
    // Workloads stand in the box of their workers; the row says which of the two it means.
    const meant = (destination: string, flows: readonly string[]) => {
      const [first, ...others] = new Set(flows.map((id) => ended.get(id) ?? destination));
      return named.has(destination) && first !== undefined && others.length === 0 ? first : destination;
    };
    const rows = topology.connections.flatMap(({ id, number: connection, source, destination, detail, flows, parts }) =>
      parts
        ? parts.map((part) => ({ ...part, id: `${id}.${part.part}`, number: rowNumber({ connection, part: part.part }) }))
        : [{ id, number: rowNumber({ connection }), source: ends.get(source) ?? source, destination: ends.get(meant(destination, flows)) ?? destination, detail, flows }],
    );
    return tableOf(scope, {
      id: "connections",
      columns: [
        { title: "No.", weight: 1, align: "right", keep: true, cell: (row) => [text(row.number)] },
        { title: "From", weight: 4, keep: true, cell: ({ source }) => [text(source)] },
        { title: "To", weight: 4, keep: true, cell: ({ destination }) => [text(destination)] },
        { title: "Protocol and ports", weight: 4, keep: true, cell: ({ detail }) => [code(withDashes(detail))] },
        { title: "What for", weight: 5, cell: ({ flows }) => [text([...new Set(flows.flatMap((id) => reasons.get(id) ?? []))].join("; "))] },
      ],
      rows,
    });
  },
};
