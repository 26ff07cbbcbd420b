import { ink } from "../page/ink.ts";
import { beside, piece, type Piece } from "../page/piece.ts";
import { type as scale } from "../text/fragments.ts";
import { shellLines } from "../text/shell-lines.ts";
import { plain } from "../text/simple-text.ts";
import type { Typefaces } from "../text/typefaces.ts";
import { textPieces } from "./paragraph.ts";

const PADDING = 7;
/** Lines of a listing that no page break cuts. */
const WHOLE = 14;

/** A listing on a tint; lines that are too long go on below, those of the shell so that they are still one command. */
export function codePieces({ text, language }: { readonly text: string; readonly language: string }, width: number, typefaces: Typefaces): readonly Piece[] {
  const given = text.replace(/\n$/, "").split(/\r?\n/);
  const columns = Math.floor((width - 2 * PADDING) / (typefaces.width("0", scale.code) * scale.code.size));
  const lines = (language === "sh" ? shellLines(given, columns) : given).flatMap((line) => {
    // Spaces at the start and in columns carry meaning; no-break spaces survive the breaking of lines.
    const fragments = plain(line.replace(/\t/g, "  ").replace(/^ +| {2,}/g, (spaces) => "\u00a0".repeat(spaces.length)), scale.code, typefaces);
    return textPieces(fragments, scale.code, width - 2 * PADDING, typefaces).map((part) => ({ ...part, keepWithNext: false }));
  });
  const edge = piece({ height: PADDING - 2, draw: () => undefined });
  // Short listings stay whole; of long ones two lines at least stand on either page.
  const isKept = (i: number) => lines.length <= WHOLE || i === 0 || i >= lines.length - 2;
  const all = [{ ...edge, keepWithNext: true }, ...lines.map((line, i) => ({ ...line, keepWithNext: isKept(i) })), edge];
  return beside(all, PADDING, (paper, x, y, height) => paper.fill({ x, y, width, height }, ink.tint));
}
