import { ink } from "../page/ink.ts";
import { beside, piece, type Piece } from "../page/piece.ts";
import { type as scale } from "../text/fragments.ts";
import { plain } from "../text/simple-text.ts";
import type { Typefaces } from "../text/typefaces.ts";
import { textPieces } from "./paragraph.ts";

const PADDING = 7;

/** A listing on a tint; lines that are too long go on below, indented. */
export function codePieces(text: string, width: number, typefaces: Typefaces): readonly Piece[] {
  const lines = text.replace(/\n$/, "").split(/\r?\n/).flatMap((line) => {
    const indent = /^[ \t]*/.exec(line)?.[0].replace(/\t/g, "  ") ?? "";
    // Spaces at the start carry meaning; no-break spaces survive the breaking of lines.
    const fragments = plain(`${"\u00a0".repeat(indent.length)}${line.trimStart()}`, scale.code, typefaces);
    return textPieces(fragments, scale.code, width - 2 * PADDING, typefaces).map((part) => ({ ...part, keepWithNext: false }));
  });
  const edge = piece({ height: PADDING - 2, draw: () => undefined });
  const all = [{ ...edge, keepWithNext: true }, ...lines.map((line, i) => (i === lines.length - 1 ? { ...line, keepWithNext: true } : line)), edge];
  return beside(all, PADDING, (paper, x, y, height) => paper.fill({ x, y, width, height }, ink.tint));
}
