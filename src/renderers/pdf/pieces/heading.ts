import type { Inline } from "../../../document/index.ts";
import { piece, spaced, together, type Piece } from "../page/piece.ts";
import { fragmentsOf, type TextStyle } from "../text/fragments.ts";
import { breakLines } from "../text/lines.ts";
import type { Typefaces } from "../text/typefaces.ts";
import { baselineOf } from "./paragraph.ts";

/** A heading that links and the contents lead to; never the last thing on a page. */
export function headingPieces(id: string, number: string, content: readonly Inline[], style: TextStyle, before: number, after: number, width: number, typefaces: Typefaces): readonly Piece[] {
  const lead: readonly Inline[] = number === "" ? [] : [{ type: "text", value: `${number}\u00a0 ` }];
  const lines = breakLines(fragmentsOf([...lead, ...content], style, typefaces), width, typefaces);
  const pieces = lines.map((line, i) =>
    piece({
      height: style.leading + (i === lines.length - 1 ? after : 0),
      keepWithNext: true,
      draw: (paper, x, y) => {
        if (i === 0) paper.anchor(id, y);
        paper.line(line, x, y + baselineOf(style));
      },
    }),
  );
  return spaced(together(pieces), before);
}
