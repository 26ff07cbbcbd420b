import type { BlockContent, PhrasingContent, RootContent, Table, TableRow } from "mdast";
import type { Block, CalloutBlock, DiagramBlock, DocumentChapter, Inline, TableBlock } from "../../document/index.ts";
import type { Plan } from "../../engine/index.ts";
import { mermaidSource } from "../mermaid/mermaid-source.ts";
import { chapterHeading } from "./anchors.ts";
import { inlineWriter } from "./inlines.ts";

const SEVERITIES: Readonly<Record<CalloutBlock["severity"], string>> = {
  blocker: "Blocker",
  warning: "Warning",
  advice: "Advice",
  open: "Open",
  assumption: "Assumption",
};

const text = (value: string): PhrasingContent => ({ type: "text", value });
const paragraph = (children: PhrasingContent[]): BlockContent => ({ type: "paragraph", children });

export interface BlockWriter {
  readonly chapter: (chapter: DocumentChapter) => RootContent[];
  readonly block: (block: Block) => BlockContent[];
  readonly inlines: (inlines: readonly Inline[]) => PhrasingContent[];
}

/** Blocks of a document as syntax-tree nodes. */
export function blockWriter(plan: Plan, anchors: ReadonlyMap<string, string>): BlockWriter {
  const inlines = inlineWriter(anchors);

  const block = (source: Block): BlockContent[] => {
    switch (source.type) {
      case "heading":
        return [{ type: "heading", depth: source.level === 2 ? 3 : 4, children: [text(`${source.number} `), ...inlines(source.content)] }];
      case "paragraph":
        return [paragraph(inlines(source.content))];
      case "list": {
        const spread = source.items.some((item) => item.length > 1);
        return [
          {
            type: "list",
            ordered: source.ordered,
            spread,
            children: source.items.map((item) => ({ type: "listItem", spread, children: item.flatMap(block) })),
          },
        ];
      }
      case "table":
        return [paragraph(inlines(source.caption)), table(source)];
      case "code":
        return [{ type: "code", lang: source.language, value: source.text }];
      case "callout":
        return [callout(source)];
      case "diagram":
        return diagram(source);
      case "signatures":
        return [signatures(source.roles)];
    }
  };

  const table = (source: TableBlock): Table => ({
    type: "table",
    align: source.columns.map(({ align }) => (align === "right" ? "right" : null)),
    children: [row(source.columns.map(({ title }) => [text(title)])), ...source.rows.map(({ cells }) => row(cells.map((cell) => inlines(cell, true))))],
  });

  const callout = ({ severity, mark, title, body }: CalloutBlock): BlockContent => {
    const head = [SEVERITIES[severity], ...(mark === "" ? [] : [mark])].join(" ");
    return {
      type: "blockquote",
      children: [paragraph([{ type: "strong", children: [text(`${head}: `), ...inlines(title)] }]), ...body.flatMap(block)],
    };
  };

  /** The source is text that everybody can read, and the connections follow in a table: no further alternative. */
  const diagram = ({ caption }: DiagramBlock): BlockContent[] => [
    { type: "code", lang: "mermaid", value: mermaidSource(plan.topology) },
    paragraph(inlines(caption)),
  ];

  return {
    block,
    inlines,
    chapter: (chapter) => [{ type: "heading", depth: 2, children: [text(chapterHeading(chapter))] }, ...chapter.blocks.flatMap(block)],
  };
}

const row = (cells: readonly PhrasingContent[][]): TableRow => ({
  type: "tableRow",
  children: cells.map((children) => ({ type: "tableCell", children })),
});

/** Room for names, days and signatures. */
const signatures = (roles: readonly string[]): Table => ({
  type: "table",
  children: [row(["Role", "Name", "Day", "Signature"].map((title) => [text(title)])), ...roles.map((role) => row([[text(role)], [], [], []]))],
});
