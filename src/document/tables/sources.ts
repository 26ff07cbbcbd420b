import { isStandard, RELEASE_IDS, type ReleaseId } from "../../engine/index.ts";
import { link, nothing, text } from "../text/inlines.ts";
import { markedSources } from "../used-sources.ts";
import { tableOf, type TableDefinition } from "./table.ts";

/** The sources this plan rests on, with the releases they were read for. */
export const sources: TableDefinition = {
  id: "sources",
  rules: [],
  build: (scope) =>
    tableOf(scope, {
      id: "sources",
      columns: [
        { title: "No.", weight: 1, keep: true, cell: ({ mark }) => [text(mark)] },
        { title: "Source", weight: 4, keep: true, cell: ({ title }) => [text(title)] },
        { title: "Link", weight: 9, keep: true, cell: ({ url }) => [link(url, text(url))] },
        { title: "Read for KKP", weight: 2, cell: ({ id, releases }) => (isStandard(id) ? nothing : [text(span(releases))]) },
      ],
      rows: markedSources(scope.plan),
      small: true,
    }),
};

/** `2.28–2.31` for neighbours, else one by one. */
function span(releases: readonly ReleaseId[]): string {
  const [first = "", ...rest] = releases;
  const last = rest.at(-1);
  const areNeighbours = last !== undefined && RELEASE_IDS.indexOf(last) - RELEASE_IDS.indexOf(first as ReleaseId) === rest.length;
  return areNeighbours ? `${first}–${last}` : releases.join(", ");
}
