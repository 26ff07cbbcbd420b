import type { Row } from "./arrange.ts";
import { firstColumn, type Route } from "./route.ts";
import { sizes, type Grid } from "./sizes.ts";
import { boxTexts, labelTexts, zoneTexts } from "./texts.ts";
import { heightOf } from "../text/text-block.ts";
import type { Tracks } from "./tracks.ts";

/** Horizontal positions: the zone titles' column, lanes at the left, the boxes, lanes at the right. */
export interface Horizontal {
  readonly width: number;
  readonly left: (column: number) => number;
  readonly centre: (column: number) => number;
}

export function horizontally(rows: readonly Row[], routes: readonly Route[], grid: Grid): Horizontal {
  const used = routes.flatMap(({ from, lane, to }) => [from, lane, to]);
  const end = Math.max(1, ...rows.flatMap((row) => row.cells.map(({ at }) => firstColumn(at + 1, grid) - grid.gapColumns)));
  const first = Math.min(-2, ...used.map((column) => column - 1));
  const last = Math.max(end + 1, ...used.map((column) => column + 1));
  const left = (column: number) => sizes.zonePadding + sizes.zoneTitleWidth + (column - first) * grid.unit;
  return { width: left(last + 1), left, centre: (column) => left(column) + grid.unit / 2 };
}

/** Vertical positions of rows, tracks and zones. */
export interface Vertical {
  readonly height: number;
  /** Top of the boxes of a row, and their height. */
  readonly boxTop: (row: number) => number;
  readonly boxHeight: (row: number) => number;
  readonly track: (channel: number, track: number) => number;
  readonly zone: (id: string) => { readonly y: number; readonly height: number };
}

/** Room that a channel without horizontal lines keeps for numbers and arrow heads. */
const BARE_CHANNEL = 26;
const ZONE_GAP = 20;

export function vertically(rows: readonly Row[], tracks: Tracks, grid: Grid): Vertical {
  const tops: number[] = [];
  const heights: number[] = [];
  const trackTops: number[] = [];
  const zones = new Map<string, { y: number; height: number }>();
  let y = 0;
  let zoneTop = 0;
  rows.forEach((row, index) => {
    const [above, below] = [rows[index - 1], rows[index + 1]];
    const lanes = Math.max(0, tracks.count(index) - 1) * grid.track;
    const bare = tracks.count(index) === 0;
    if (above?.zone !== row.zone) {
      // Between two zones the lines run in the gap, above the first zone's boxes they run inside it.
      if (above) {
        trackTops.push(y + (bare ? 0 : grid.track));
        y += bare ? ZONE_GAP : Math.max(ZONE_GAP, lanes + 2 * grid.track);
        zoneTop = y;
        y += sizes.zonePadding + (row.frames.length > 0 ? 0 : 2);
      } else {
        trackTops.push(y + sizes.zonePadding);
        y += sizes.zonePadding + (bare ? 0 : lanes + sizes.arrowRoom);
      }
    } else {
      trackTops.push(y + (bare ? 0 : grid.track + 1));
      y += bare ? BARE_CHANNEL : grid.track + 1 + lanes + sizes.arrowRoom;
    }
    y += framePadding(row);
    tops.push(y);
    heights.push(boxHeightOf(row, grid));
    y += boxHeightOf(row, grid) + framePadding(row);
    if (below?.zone !== row.zone) {
      if (!below) {
        trackTops.push(y + grid.track);
        y += tracks.count(rows.length) > 0 ? Math.max(0, tracks.count(rows.length) - 1) * grid.track + grid.track : 0;
      }
      y = Math.max(y, zoneTop + sizes.zonePadding + heightOf(zoneTexts(row.zone)));
      y += sizes.zonePadding;
      zones.set(row.zone.id, { y: zoneTop, height: y - zoneTop });
    }
  });
  const at = (list: readonly number[], index: number) => list[index] ?? 0;
  return {
    height: y,
    boxTop: (row) => at(tops, row),
    boxHeight: (row) => at(heights, row),
    track: (channel, track) => at(trackTops, channel) + track * grid.track,
    zone: (id) => zones.get(id) ?? { y: 0, height: 0 },
  };
}

export const framePadding = (row: Row | undefined): number => (row && row.frames.length > 0 ? sizes.framePadding : 0);

function boxHeightOf(row: Row, grid: Grid): number {
  const width = grid.boxColumns * grid.unit - 2 * sizes.boxPadding;
  const texts = row.cells.map((cell) => heightOf(cell.kind === "box" ? boxTexts(cell.box, width) : labelTexts(cell.frame, width)));
  return row.cells.length === 0 ? 0 : Math.max(sizes.boxHeight, ...texts.map((height) => height + 2 * sizes.boxPadding - 1));
}
