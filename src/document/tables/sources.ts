import { sources as allSources } from "../../engine/index.ts";
import { link, text } from "../text/inlines.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** The sources this plan rests on, in the order of their titles. */
export const sources: TableDefinition = {
  id: "sources",
  rules: [],
  build: (scope) => {
    const used = new Set([
      ...Object.values(scope.plan.cells).flatMap((cell) => (cell.state === "known" ? cell.sources : [])),
      ...scope.plan.assumptions.map(({ source }) => source),
    ]);
    return tableOf(scope, {
      id: "sources",
      columns: [
        { title: "Source", weight: 5, keep: true, cell: ({ title, url }) => [link(url, text(title))] },
        { title: "Link", weight: 8, keep: true, cell: ({ url }) => [link(url, text(url))] },
        { title: "Read for KKP", weight: 3, cell: ({ releases }) => [text(releases.join(", "))] },
      ],
      rows: [...allSources.values()].filter(({ id }) => used.has(id)),
    });
  },
};
