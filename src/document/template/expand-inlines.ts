import type { PhrasingContent } from "mdast";
import type { Inline } from "../model.ts";
import type { Scope } from "../scope.ts";
import { collections } from "../terms/collections.ts";
import { values } from "../terms/values.ts";
import { lineBreak, text, type Inlines } from "../text/inlines.ts";
import { capitalised, countInWords, formatNumber } from "../text/numbers.ts";
import { attributesOf, literalText } from "./nodes.ts";

/** Template text with its values put in as text nodes. */
export const expandInlines = (nodes: readonly PhrasingContent[], scope: Scope): Inlines => nodes.flatMap((node) => expandInline(node, scope));

function expandInline(node: PhrasingContent, scope: Scope): Inlines {
  switch (node.type) {
    case "text":
      return [text(node.value.replace(/\n/g, " "))];
    case "strong":
    case "emphasis":
      return [{ type: node.type, content: expandInlines(node.children, scope) }];
    case "inlineCode":
      return [{ type: "code", value: node.value }];
    case "link":
      return [{ type: "link", url: node.url, content: expandInlines(node.children, scope) }];
    case "break":
      return [lineBreak];
    case "textDirective":
      return expandDirective(node.name, literalText({ type: "paragraph", children: node.children }), attributesOf(node), scope);
    default:
      return [];
  }
}

function expandDirective(name: string, label: string, attributes: Readonly<Record<string, string>>, scope: Scope): Inlines {
  if (name === "value") return values.get(label)?.(scope) ?? [];
  if (name === "ref") return [reference(label)];
  return [text(counted(collections.get(label)?.(scope).length ?? 0, attributes))];
}

/** A link to a chapter; its words are put in when the chapters have their numbers. */
const reference = (chapter: string): Inline => ({ type: "link", url: `#${chapter}`, content: [] });

/** `:count[records]{one="record" other="records" start}` → "Seven records"; with `figure` → "7 records". */
function counted(amount: number, { one, other, ...flags }: Readonly<Record<string, string>>): string {
  const said = "figure" in flags ? formatNumber(amount) : countInWords(amount);
  const noun = amount === 1 ? one : other;
  return [("start" in flags ? capitalised(said) : said), ...(noun === undefined ? [] : [noun])].join(" ");
}
