import type { Paper } from "./paper.ts";

/**
 * The smallest thing that a page break cannot cut: a line, a row, a heading. Blocks turn into pieces, pages are filled
 * with pieces; no block needs to know where pages end.
 */
export interface Piece {
  readonly height: number;
  /** Room above, left away at the top of a page. */
  readonly before: number;
  /** Whether the next piece must stand on the same page. */
  readonly keepWithNext: boolean;
  /** Drawn first when this piece begins a page: a table's head. */
  readonly repeated: readonly Piece[];
  /**
   * @param x Left edge of the text area.
   * @param y Top edge of the piece.
   * @param above Room that was left above it, for bars that run through.
   */
  readonly draw: (paper: Paper, x: number, y: number, above: number) => void;
}

/** A piece that may be followed by a page break and repeats nothing, with what differs. */
export function piece(part: Pick<Piece, "height" | "draw"> & Partial<Piece>): Piece {
  return { before: 0, keepWithNext: false, repeated: [], ...part };
}

/** Shifts pieces to the right and draws something beside each of them. */
export function beside(pieces: readonly Piece[], indent: number, decorate: (paper: Paper, x: number, y: number, height: number) => void = () => undefined): readonly Piece[] {
  return pieces.map((inner, i) => ({
    ...inner,
    repeated: beside(inner.repeated, indent, decorate),
    draw: (paper, x, y, above) => {
      // The room above the first piece lies outside.
      const gap = i === 0 ? 0 : above;
      decorate(paper, x, y - gap, inner.height + gap);
      inner.draw(paper, x + indent, y, above);
    },
  }));
}

export const heightOfPieces = (pieces: readonly Piece[]): number => pieces.reduce((sum, { height, before }, i) => sum + height + (i === 0 ? 0 : before), 0);

/** Keeps all pieces on one page where they fit on one at all. */
export const together = (pieces: readonly Piece[]): readonly Piece[] => pieces.map((inner, i) => (i === pieces.length - 1 ? inner : { ...inner, keepWithNext: true }));

/** Gives the first piece more room above. */
export const spaced = (pieces: readonly Piece[], before: number): readonly Piece[] => pieces.map((inner, i) => (i === 0 ? { ...inner, before: Math.max(inner.before, before) } : inner));
