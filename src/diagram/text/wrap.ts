import { textWidth, type Face } from "../metrics/text-width.ts";

/**
 * Breaks a text into lines no wider than `width`: between words; inside a word that is wider than a line after the signs
 * that names are built with (`.`, `-`, `/`, `:`, `,`, `_`), and anywhere where nothing else fits.
 */
export function wrap(text: string, width: number, size: number, face: Face): readonly string[] {
  const fits = (line: string) => textWidth(line, size, face) <= width;
  const lines: string[] = [];
  let line = "";
  const add = (piece: string, joint: string) => {
    if (line !== "" && !fits(line + joint + piece)) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? piece : line + joint + piece;
  };
  for (const word of text.normalize("NFC").split(/\s+/u).filter((part) => part !== "")) {
    if (fits(word)) add(word, " ");
    else partsOf(word, fits).forEach((part, i) => add(part, i === 0 ? " " : ""));
  }
  return line === "" ? lines : [...lines, line];
}

/** A long word cut after its signs, and into characters where even such a part is too wide. */
function partsOf(word: string, fits: (text: string) => boolean): readonly string[] {
  const parts = word.match(/[^.\-/:,_]*[.\-/:,_]+|[^.\-/:,_]+/gu) ?? [];
  return parts.flatMap((part) => (fits(part) ? [part] : [...part]));
}
