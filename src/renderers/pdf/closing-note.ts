import type { Block, Inline } from "../../document/index.ts";

/** More of them tell nobody anything. */
const MOST = 30;

/**
 * The last words of the document: which form is for screen readers, and which characters no font could draw.
 *
 * @param replaced Code points that were printed as "?".
 */
export function closingBlocks(planId: string, replaced: readonly number[]): readonly Block[] {
  const paragraph = (...content: Inline[]): Block => ({ type: "paragraph", content });
  const text = (value: string): Inline => ({ type: "text", value });
  return [
    { type: "heading", level: 3, id: "about-this-file", number: "", content: [text("About this file")] },
    paragraph(
      text("A PDF of this kind carries no tags for screen readers. The Markdown file of plan "),
      { type: "code", value: planId },
      text(" has the same content as headings, tables and lists."),
    ),
    ...(replaced.length === 0 ? [] : [paragraph(text(replacedSentence(replaced)))]),
  ];
}

function replacedSentence(replaced: readonly number[]): string {
  const names = replaced.slice(0, MOST).map((code) => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
  const rest = replaced.length - names.length;
  const count = replaced.length === 1 ? "One character" : `${replaced.length} characters`;
  return `${count} of your answers could not be drawn by the fonts of this file and stand here as “?”: ${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}. The Markdown and plan files hold them unchanged.`;
}
