import type { Root } from "mdast";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import type { Document } from "../../document/index.ts";
import type { Plan } from "../../engine/index.ts";
import { anchorsOf } from "./anchors.ts";
import { blockWriter } from "./blocks.ts";
import { coverNodes } from "./cover.ts";
import { frontMatter } from "./front-matter.ts";

/**
 * A document as GitHub-flavoured Markdown. It goes through a syntax tree, so every text is escaped by one serialiser and
 * none can change the shape of a table or become markup.
 */
export function markdownOf(document: Document, plan: Plan): string {
  const body = toMarkdown(treeOf(document, plan), { bullet: "-", rule: "-", extensions: [gfmToMarkdown({ tablePipeAlign: false })] });
  return `${frontMatter(document.meta)}\n${body}`;
}

/** The document as a Markdown syntax tree. */
export function treeOf(document: Document, plan: Plan): Root {
  const write = blockWriter(plan, anchorsOf(document));
  return { type: "root", children: [...coverNodes(document, write), ...document.chapters.flatMap(write.chapter)] };
}
