import type { Block } from "../../../document/index.ts";
import { ink } from "../page/ink.ts";
import { beside, spaced, type Piece } from "../page/piece.ts";
import { type as scale } from "../text/fragments.ts";
import { baselineOf } from "./paragraph.ts";

const INDENT = 15;
/** What each further digit of the last number takes. */
const DIGIT = 5.5;
const ITEM_GAP = 2.5;

/** A list: a dash or the number hangs beside the first line of each item. */
export function listPieces(items: readonly (readonly Block[])[], ordered: boolean, inner: (blocks: readonly Block[], indent: number) => readonly Piece[]): readonly Piece[] {
  const indent = INDENT + (ordered ? DIGIT * (String(items.length).length - 1) : 0);
  return items.flatMap((blocks, index) => {
    const [title, ...body] = blocks;
    const follows = body.length > 0;
    const [first, ...rest] = beside(
      [...(title ? inner([title], indent) : []).map((part) => (follows ? { ...part, keepWithNext: true } : part)), ...spaced(inner(body, indent), follows ? 3 : 0)],
      indent,
    );
    if (!first) return [];
    const marked: Piece = {
      ...first,
      draw: (paper, x, y, above) => {
        const baseline = y + baselineOf(scale.body);
        if (ordered) paper.text(`${index + 1}.`, x, baseline, scale.body);
        else paper.stroke([[x + 1, baseline - 3.2], [x + 7, baseline - 3.2]], ink.grey, 0.8);
        first.draw(paper, x, y, above);
      },
    };
    return spaced([marked, ...rest], index === 0 ? 0 : follows ? 3 * ITEM_GAP : ITEM_GAP);
  });
}
