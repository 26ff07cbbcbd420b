import { textWidth, type Face } from "../metrics/text-width.ts";

/**
 * Breaks a text into lines no wider than `width`: between words first, then after the signs that names are built with
 * (`.`, `-`, `/`, `:`, `,`, `_`), and inside a word only where nothing else fits.
 */
export function wrap(text: string, width: number, size: number, face: Face): readonly string[] {
  const fits = (line: string) => textWidth(line, size, face) <= width;
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (fits((line + piece).trimEnd())) {
      line += piece;
      continue;
    }
    if (line.trim() !== "") lines.push(line.trim());
    line = "";
    for (const character of piece) {
      if (line !== "" && !fits(line + character)) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  if (line.trim() !== "") lines.push(line.trim());
  return lines;
}

/** Words with the space that follows them, cut after joining signs. */
function pieces(text: string): readonly string[] {
  return text.normalize("NFC").replace(/\s+/gu, " ").match(/[^\s.\-/:,_]*(?:[.\-/:,_]+\s*|\s+)|[^\s.\-/:,_]+/gu) ?? [];
}
