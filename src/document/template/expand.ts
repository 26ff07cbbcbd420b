import type { PhrasingContent, RootContent } from "mdast";
import type { ContainerDirective, LeafDirective } from "mdast-util-directive";
import type { Block } from "../model.ts";
import { parts } from "../parts/registry.ts";
import type { Scope } from "../scope.ts";
import { tables } from "../tables/registry.ts";
import { loops } from "../terms/collections.ts";
import { conditions } from "../terms/conditions.ts";
import { expandInlines } from "./expand-inlines.ts";
import { attributesOf, literalText, slug } from "./nodes.ts";

/** What a template becomes on the way to chapters. */
export type Piece =
  | { readonly kind: "chapter"; readonly id: string; readonly title: string }
  /** An introduction stays only with what it introduces; substance stands for itself. */
  | { readonly kind: "block"; readonly block: Block; readonly substance: boolean }
  /** A table or part was called for here, whether or not it had rows. */
  | { readonly kind: "called"; readonly rules: readonly string[] }
  | { readonly kind: "waiting"; readonly title: readonly PhrasingContent[] }
  | { readonly kind: "chapter-sources"; readonly label: readonly PhrasingContent[] };

/** Expands template nodes into pieces. `chosen` is true inside a condition or loop. */
export function expand(nodes: readonly RootContent[], scope: Scope, chosen = false): readonly Piece[] {
  return nodes.flatMap((node): readonly Piece[] => {
    switch (node.type) {
      case "heading": {
        const words = literalText(node);
        if (node.depth === 1) return [{ kind: "chapter", id: slug(words), title: words }];
        const id = scope.subject ? `${slug(words)}-${scope.subject.id}` : slug(words);
        return [{ kind: "block", substance: false, block: { type: "heading", level: node.depth === 2 ? 2 : 3, id, number: "", content: expandInlines(node.children, scope) } }];
      }
      case "paragraph":
        return [{ kind: "block", substance: chosen, block: { type: "paragraph", content: expandInlines(node.children, scope) } }];
      case "list": {
        const items = node.children.map((item) => blocksOf(expand(item.children, scope)));
        return [{ kind: "block", substance: chosen, block: { type: "list", ordered: node.ordered ?? false, items } }];
      }
      case "leafDirective":
        return expandLeaf(node, scope);
      case "containerDirective":
        return expandContainer(node, scope);
      default:
        return [];
    }
  });
}

const blocksOf = (pieces: readonly Piece[]): readonly Block[] => pieces.flatMap((piece) => (piece.kind === "block" ? [piece.block] : []));

function expandLeaf(node: LeafDirective, scope: Scope): readonly Piece[] {
  if (node.name === "waiting") return [{ kind: "waiting", title: node.children }];
  if (node.name === "sources-of-chapter") return [{ kind: "chapter-sources", label: node.children }];
  const attributes = attributesOf(node);
  if (node.name === "table") {
    return Object.keys(attributes).flatMap((id) => {
      const block = tables.get(id)?.build(scope);
      return called(tables.get(id)?.rules ?? [], block ? [block] : []);
    });
  }
  const part = parts.get(node.name);
  return part ? called(part.rules, part.build(scope, attributes)) : [];
}

const called = (rules: readonly string[], blocks: readonly Block[]): readonly Piece[] => [
  { kind: "called", rules },
  ...blocks.map((block) => ({ kind: "block", substance: true, block }) as const),
];

function expandContainer(node: ContainerDirective, scope: Scope): readonly Piece[] {
  const names = Object.keys(attributesOf(node));
  const holds = (name: string) => conditions.get(name)?.(scope) ?? false;
  switch (node.name) {
    case "if":
      return names.every(holds) ? expand(node.children, scope, true) : [];
    case "unless":
      return names.some(holds) ? [] : expand(node.children, scope, true);
    case "each":
      return names.flatMap((name) => loops.get(name)?.(scope) ?? []).flatMap((subject) => expand(node.children, { ...scope, subject }, true));
    default:
      return [];
  }
}
