import type { Value } from "../engine/index.ts";
import type { Document } from "./model.ts";
import { scopeOf, type DocumentInput } from "./scope.ts";
import { chaptersOf } from "./template/chapters.ts";
import { coverOf } from "./template/cover.ts";
import { expand } from "./template/expand.ts";
import { numbered, numberedCover } from "./template/numbering.ts";
import { parseTemplate } from "./template/parse-template.ts";
import { plainText } from "./text/inlines.ts";

export type { DocumentInput } from "./scope.ts";

/**
 * The neutral document of a plan: chapters in the template's order, values as text nodes, no empty chapter.
 * Pure: the same plan and template always give the same document.
 * @throws TemplateError when the template names something that does not exist
 */
export function composeDocument(input: DocumentInput, template: string): Document {
  const { tree } = parseTemplate(template);
  const scope = scopeOf(input);
  const chapters = chaptersOf(expand(tree.children, scope), scope);
  const cover = numberedCover(coverOf(tree.children, scope), chapters);
  const { project } = input.plan;
  return {
    meta: {
      planId: input.planId,
      format: input.format,
      release: valueOf(project.release),
      title: plainText(cover.title),
      customer: valueOf(project.customer) ?? "open",
      date: valueOf(project.date),
      authors: valueOf(project.authors) ?? [],
    },
    cover,
    chapters: numbered(chapters),
  };
}

const valueOf = <T>(source: Value<T>): T | undefined => (source.kind === "known" ? source.value : undefined);
