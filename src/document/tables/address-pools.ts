import type { AddressPool } from "../../engine/index.ts";
import { nameOf, ofCluster } from "../scope.ts";
import { code, joined, nothing, number, text, type Inlines } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** How full each block of virtual addresses is, and when it runs out. */
export const addressPools: TableDefinition = {
  id: "address-pools",
  rules: ["addresses."],
  build: (scope) =>
    tableOf(scope, {
      id: "address-pools",
      team: "network",
      columns: [
        { title: "Block", weight: 3, keep: true, cell: ({ block }) => [code(block)] },
        { title: "Cluster", weight: 2, cell: ({ cluster }) => [text(nameOf(scope, "cluster", cluster))] },
        { title: "Usable", weight: 1, align: "right", keep: true, cell: ({ usable }) => [number(usable)] },
        { title: "Needed", weight: 1, align: "right", keep: true, cell: ({ needed }) => [number(needed)] },
        { title: "Free", weight: 1, align: "right", keep: true, cell: ({ free }) => [number(free)] },
        { title: "Handed out last", weight: 3, cell: ({ last }) => joined(last.map((address) => [code(address)])) },
        { title: "Never handed out", weight: 4, cell: excluded },
        { title: "Enough for", weight: 3, keep: true, cell: (row) => [text(enoughFor(row))] },
      ],
      rows: ofCluster(scope, scope.plan.addresses.pools),
      marked: ({ needed, usable }) => needed > usable,
    }),
};

export const excluded = (pool: Pick<AddressPool, "excluded">): Inlines =>
  pool.excluded.length === 0 ? nothing : joined(pool.excluded.map(({ address, why }) => [code(address), text(` (${why})`)]));

const enoughFor = ({ maxUserClusters, assuming }: AddressPool): string =>
  maxUserClusters === "unlimited" ? "any number of user clusters" : `${maxUserClusters} user clusters at most${assuming === undefined ? "" : `, where ${assuming}`}`;
