import type { Nodes, Root } from "mdast";
import { parts } from "../parts/registry.ts";
import { tables } from "../tables/registry.ts";
import { collections, loops } from "../terms/collections.ts";
import { conditions } from "../terms/conditions.ts";
import { values } from "../terms/values.ts";
import { attributesOf, literalText, slug } from "./nodes.ts";
import { TemplateError } from "./template-error.ts";

/** Leaf directives that fill the cover. */
export const COVER_SLOTS = ["customer", "title", "purpose", "fact", "verdict"] as const;
export type CoverSlot = (typeof COVER_SLOTS)[number];

const PLAIN = new Set(["root", "heading", "paragraph", "text", "strong", "emphasis", "inlineCode", "link", "list", "listItem", "break"]);

/** Names that a directive may carry, by directive; each must be known, or the template is wrong. */
const NAMES: Readonly<Record<string, { readonly has: (name: string) => boolean } | undefined>> = {
  if: conditions,
  unless: conditions,
  each: loops,
  table: tables,
};

/**
 * Walks the whole template and names what nothing answers to.
 * @throws TemplateError with the line
 */
export function checkTemplate(tree: Root): void {
  const chapters = new Set(tree.children.flatMap((node) => (node.type === "heading" && node.depth === 1 ? [slug(literalText(node))] : [])));
  const visit = (node: Nodes): void => {
    const problem = problemOf(node, chapters);
    if (problem !== undefined) throw new TemplateError(problem, node.position?.start.line);
    if ("children" in node) node.children.forEach(visit);
  };
  visit(tree);
}

function problemOf(node: Nodes, chapters: ReadonlySet<string>): string | undefined {
  switch (node.type) {
    case "containerDirective":
      return node.name === "cover" ? undefined : unknownNames(node.name, Object.keys(attributesOf(node)));
    case "leafDirective":
      return leafProblem(node.name, attributesOf(node));
    case "textDirective":
      return textProblem(node.name, literalText({ type: "paragraph", children: node.children }), chapters);
    case "heading":
      return node.depth > 3 ? "Headings end at level 3." : undefined;
    default:
      return PLAIN.has(node.type) ? undefined : `A template holds no ${node.type}.`;
  }
}

function unknownNames(directive: string, names: readonly string[]): string | undefined {
  const known = Object.hasOwn(NAMES, directive) ? NAMES[directive] : undefined;
  if (!known) return `There is no directive “${directive}”.`;
  if (names.length === 0) return `“${directive}” needs a name.`;
  const unknown = names.find((name) => !known.has(name));
  return unknown === undefined ? undefined : `“${directive}” does not know “${unknown}”.`;
}

function leafProblem(name: string, attributes: Readonly<Record<string, string>>): string | undefined {
  if (name === "waiting" || name === "sources-of-chapter" || (COVER_SLOTS as readonly string[]).includes(name)) return undefined;
  const part = parts.get(name);
  if (!part) return unknownNames(name, Object.keys(attributes));
  if (!part.choices) return undefined;
  return Object.keys(attributes).every((choice) => part.choices?.includes(choice)) ? undefined : `“${name}” takes ${part.choices.join(", ")}.`;
}

function textProblem(name: string, label: string, chapters: ReadonlySet<string>): string | undefined {
  const known = { value: values, count: collections, ref: chapters }[name];
  if (!known) return `There is no directive “:${name}”. Write “\\:” for a colon before a letter.`;
  return known.has(label) ? undefined : `“:${name}” does not know “${label}”.`;
}
