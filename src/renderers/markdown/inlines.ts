import type { PhrasingContent } from "mdast";
import type { Inline } from "../../document/index.ts";

/** Signs are drawn in print and said in words here. */
const WORDS: Readonly<Record<Extract<Inline, { type: "sign" }>["sign"], string>> = {
  yes: "yes",
  no: "no",
  blocker: "Blocker",
  warning: "Warning",
  advice: "Advice",
  open: "Open",
  box: "☐",
};

const hasWords = (inlines: readonly Inline[]): boolean => inlines.some(({ type }) => type !== "sign" && type !== "break");

/** Inlines as syntax-tree nodes. A line break inside a table cell is HTML in every dialect, so a separator stands there. */
export function inlineWriter(anchors: ReadonlyMap<string, string>) {
  const write = (inlines: readonly Inline[], inTable = false): PhrasingContent[] => {
    // Beside words a sign is decoration.
    const said = hasWords(inlines) ? inlines.filter(({ type }) => type !== "sign") : inlines;
    return said.flatMap((inline): PhrasingContent[] => {
      switch (inline.type) {
        case "text":
        case "open":
          return [{ type: "text", value: inline.value }];
        case "code":
          return [{ type: "inlineCode", value: inline.value }];
        case "strong":
        case "emphasis":
          return [{ type: inline.type, children: write(inline.content, inTable) }];
        case "link":
          return [{ type: "link", url: inline.url.startsWith("#") ? (anchors.get(inline.url.slice(1)) ?? inline.url) : inline.url, children: write(inline.content, inTable) }];
        case "assumed":
          return [...write(inline.content, inTable), { type: "text", value: " (assumed)" }];
        case "sign":
          return [{ type: "text", value: WORDS[inline.sign] }];
        case "break":
          return [inTable ? { type: "text", value: "; " } : { type: "break" }];
      }
    });
  };
  return write;
}
