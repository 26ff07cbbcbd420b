import type { Block, Inline } from "../../document/index.ts";

/** More of them tell nobody anything. */
const MOST = 30;

const paragraph = (...content: Inline[]): Block => ({ type: "paragraph", content });
const text = (value: string): Inline => ({ type: "text", value });
const heading = (id: string, title: string): Block => ({ type: "heading", level: 3, id, number: "", content: [text(title)] });

/** Below the contents: which form of the document is for screen readers. */
export function noteOnFile(planId: string): readonly Block[] {
  return [
    heading("about-this-file", "About this file"),
    paragraph(
      text("A PDF of this kind carries no tags for screen readers. The Markdown file of plan "),
      { type: "code", value: planId },
      text(" has the same content as headings, tables and lists."),
    ),
  ];
}

/**
 * The last words of the document: which characters no font could draw. Nothing where all were drawn.
 *
 * @param replaced Code points that were printed as "?"; known once everything is laid out.
 */
export function noteOnCharacters(replaced: readonly number[]): readonly Block[] {
  return replaced.length === 0 ? [] : [heading("characters-not-drawn", "Characters that are missing"), paragraph(text(replacedSentence(replaced)))];
}

function replacedSentence(replaced: readonly number[]): string {
  const names = replaced.slice(0, MOST).map((code) => `U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
  const rest = replaced.length - names.length;
  const count = replaced.length === 1 ? "One character" : `${replaced.length} characters`;
  return `${count} of your answers could not be drawn by the fonts of this file and stand here as “?”: ${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}. The Markdown and plan files hold them unchanged.`;
}
