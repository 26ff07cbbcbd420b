import type { PhrasingContent, RootContent } from "mdast";
import type { Document } from "../../document/index.ts";
import type { BlockWriter } from "./blocks.ts";

const text = (value: string): PhrasingContent[] => [{ type: "text", value }];

/** The cover as the head of the file: title, verdict and facts. */
export function coverNodes({ cover }: Document, { inlines }: BlockWriter): RootContent[] {
  const row = (...columns: PhrasingContent[][]) => ({ type: "tableRow" as const, children: columns.map((children) => ({ type: "tableCell" as const, children })) });
  return [
    { type: "heading", depth: 1, children: inlines(cover.title) },
    { type: "paragraph", children: inlines(cover.purpose) },
    { type: "paragraph", children: [{ type: "strong", children: inlines(cover.verdict) }] },
    {
      type: "table",
      children: [row(text("Prepared for"), inlines(cover.customer)), ...cover.facts.map(({ label, value }) => row(text(label), inlines(value)))],
    },
  ];
}
