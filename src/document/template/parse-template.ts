import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { directiveFromMarkdown } from "mdast-util-directive";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { directive } from "micromark-extension-directive";
import { gfm } from "micromark-extension-gfm";
import { checkTemplate } from "./check-template.ts";

/** A document template as a tree; no value has been put in yet. */
export interface Template {
  readonly tree: Root;
}

/**
 * Reads a document template: Markdown with directives. Every directive is checked now, also in branches that no plan
 * takes today.
 * @throws TemplateError naming the line that nothing answers to
 */
export function parseTemplate(source: string): Template {
  const tree = fromMarkdown(source, {
    extensions: [gfm(), directive()],
    mdastExtensions: [gfmFromMarkdown(), directiveFromMarkdown()],
  });
  checkTemplate(tree);
  return { tree };
}
