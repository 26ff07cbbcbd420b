import type { Inline } from "../../../document/index.ts";
import { piece, type Piece } from "../page/piece.ts";
import { fragmentsOf, type Fragment, type TextStyle } from "../text/fragments.ts";
import { breakLines } from "../text/lines.ts";
import type { Typefaces } from "../text/typefaces.ts";

/** Room between the blocks of a text. */
export const BLOCK_GAP = 7;

/** Lines of text as pieces; neither the first nor the last line of a paragraph stands alone on a page. */
export function textPieces(fragments: readonly Fragment[], style: TextStyle, width: number, typefaces: Typefaces): readonly Piece[] {
  const lines = breakLines(fragments, width, typefaces);
  return lines.map((line, i) =>
    piece({
      height: style.leading,
      keepWithNext: (i === 0 || i === lines.length - 2) && i < lines.length - 1,
      draw: (paper, x, y) => paper.line(line, x, y + baselineOf(style)),
    }),
  );
}

/** A paragraph of the document. */
export function paragraphPieces(content: readonly Inline[], style: TextStyle, width: number, typefaces: Typefaces): readonly Piece[] {
  return textPieces(fragmentsOf(content, style, typefaces), style, width, typefaces);
}

/** From the top of a line to its baseline. */
export const baselineOf = ({ size, leading }: TextStyle): number => leading / 2 + size * 0.36;
