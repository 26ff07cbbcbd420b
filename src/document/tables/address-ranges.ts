import type { AddressRange } from "../../engine/index.ts";
import { nameOf } from "../scope.ts";
import { assumed, nothing, range, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

const KINDS: Readonly<Record<AddressRange["kind"], string>> = {
  "node-network": "node network",
  "worker-network": "worker network",
  dhcp: "DHCP",
  pool: "virtual addresses",
  pods: "pods",
  services: "Services",
  other: "in use",
  workloads: "workloads of user clusters",
  agent: "tunnelling agent",
  peer: "router",
};

/** Every range that somebody claims, so that the network team sees them side by side. */
export const addressRanges: TableDefinition = {
  id: "address-ranges",
  rules: ["addresses.", "network."],
  build: (scope) =>
    tableOf(scope, {
      id: "address-ranges",
      team: "network",
      columns: [
        { title: "Range", weight: 4, keep: true, cell: (row) => [scope.assumed.has(row.path) ? assumed(range(row.text)) : range(row.text)] },
        { title: "What it is", weight: 4, keep: true, cell: ({ title }) => [text(title)] },
        { title: "Use", weight: 2, cell: ({ kind }) => [text(KINDS[kind])] },
        { title: "Place", weight: 2, cell: ({ place }) => (place === undefined ? nothing : [text(nameOf(scope, place))]) },
        { title: "Because", weight: 6, cell: ({ why }) => [text(why)] },
      ],
      rows: scope.plan.addresses.ranges,
    }),
};
