import type { PhrasingContent, RootContent } from "mdast";
import type { Document } from "../../document/index.ts";
import type { BlockWriter } from "./blocks.ts";

/** The cover as the head of the file: title, for whom, the verdict and the facts. */
export function coverNodes({ cover }: Document, { inlines }: BlockWriter): RootContent[] {
  const cells = (...columns: PhrasingContent[][]) => columns.map((children) => ({ type: "tableCell" as const, children }));
  return [
    { type: "heading", depth: 1, children: inlines(cover.title) },
    { type: "paragraph", children: [...inlines(cover.purpose), { type: "text", value: ". " }, ...inlines(cover.customer), { type: "text", value: "." }] },
    { type: "paragraph", children: [{ type: "strong", children: inlines(cover.verdict) }] },
    {
      type: "table",
      children: [
        { type: "tableRow", children: cells([{ type: "text", value: "Fact" }], [{ type: "text", value: "Value" }]) },
        ...cover.facts.map(({ label, value }) => ({ type: "tableRow" as const, children: cells([{ type: "text", value: label }], inlines(value)) })),
      ],
    },
  ];
}
