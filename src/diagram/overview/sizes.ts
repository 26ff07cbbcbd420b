import type { Face } from "../metrics/text-width.ts";

/** Lengths in points at natural size; the PDF scales the whole drawing. */
export const sizes = {
  boxPadding: 5,
  boxHeight: 34,
  boxRadius: 3,
  framePadding: 9,
  zonePadding: 11,
  zoneRadius: 5,
  zoneTitleWidth: 98,
  numberRadius: 7.5,
  numberSize: 8,
  /** Room before a box that the arrow head needs. */
  arrowRoom: 13,
} as const;

/** A style of text inside the drawing. */
export interface TextStyle extends Face {
  readonly size: number;
  readonly leading: number;
}

export const styles = {
  zoneTitle: { size: 10.5, leading: 13, weight: 700, mono: false },
  zoneSubtitle: { size: 8.75, leading: 11, weight: 400, mono: false },
  frameTitle: { size: 9.5, leading: 11.5, weight: 700, mono: false },
  boxTitle: { size: 9.5, leading: 11.5, weight: 700, mono: false },
  detail: { size: 8.75, leading: 11, weight: 400, mono: false },
} as const satisfies Record<string, TextStyle>;

/**
 * How fine the grid is that lines run on. Layout starts with the finest and takes a wider one where a line or a number
 * finds no free place.
 */
export interface Grid {
  /** Width of a column that one vertical line may use. */
  readonly unit: number;
  /** Columns under a box. */
  readonly boxColumns: number;
  /** Columns between two boxes. */
  readonly gapColumns: number;
  /** Distance of two horizontal lines. */
  readonly track: number;
}

/**
 * Grids from fine to wide. The last one always works: each box offers a column of its own to every line, and lines lie
 * so far apart that a number fits between any two.
 *
 * @param connections Number of lines to draw.
 */
export function gridsFor(connections: number): readonly Grid[] {
  const enough = 2 * connections + 4;
  return [
    { unit: 9, boxColumns: 13, gapColumns: 3, track: 9 },
    { unit: 9, boxColumns: 13, gapColumns: 5, track: 11 },
    { unit: 10, boxColumns: 15, gapColumns: 5, track: 14 },
    { unit: 12, boxColumns: 16, gapColumns: 5, track: 18 },
    { unit: 20, boxColumns: 12, gapColumns: 5, track: 20 },
    { unit: 20, boxColumns: Math.max(12, enough), gapColumns: 5, track: 20 },
  ];
}
