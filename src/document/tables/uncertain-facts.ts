import { joined, text } from "../text/inlines.ts";
import { uncertainFacts } from "../used-sources.ts";
import { tableOf, type TableDefinition } from "./table.ts";

const WORDS: Readonly<Record<string, string>> = { planning: "Figure of ours", unconfirmed: "Not confirmed by a source" };

/** What the plan counts on although no page says it: planning figures, and facts that no source confirms. */
export const uncertainFactsTable: TableDefinition = {
  id: "uncertain-facts",
  rules: [],
  build: (scope) =>
    tableOf(scope, {
      id: "uncertain-facts",
      columns: [
        { title: "Counted on", weight: 7, keep: true, cell: ({ statement }) => [text(statement)] },
        { title: "How sure", weight: 3, keep: true, cell: ({ certainty }) => [text(WORDS[certainty] ?? certainty)] },
        { title: "What rests on it", weight: 4, keep: true, cell: ({ restingOnIt }) => joined(restingOnIt.map((title) => [text(title)])) },
      ],
      rows: uncertainFacts(scope.plan),
      small: true,
    }),
};
