import type { Nodes } from "mdast";

/** Plain text of a template node, values not included. */
export function literalText(node: Nodes): string {
  if (node.type === "textDirective") return "";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map((child) => literalText(child)).join("") : "";
}

/** Attributes of a directive as texts; a bare name is an empty text. */
export function attributesOf(node: { readonly attributes?: Readonly<Record<string, string | null | undefined>> | null | undefined }): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(node.attributes ?? {}).map(([name, value]) => [name, value ?? ""]));
}

/** Identifier of a heading: its words in lower case, joined by hyphens. */
export const slug = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
