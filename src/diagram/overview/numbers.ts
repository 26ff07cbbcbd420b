import { sizes } from "./sizes.ts";

export type Point = readonly [x: number, y: number];
export interface Line {
  readonly id: string;
  readonly points: readonly Point[];
}
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Distance that a number keeps from everything else. */
const CLEAR = 1.5;
const STEP = 3;
const reach = sizes.numberRadius + CLEAR;

/**
 * Finds for each line a place for its number on the line, clear of boxes, labels, other lines and other numbers;
 * the nearest one to the line's start wins.
 *
 * @param edges Outlines that a number should rather not lie on.
 * @returns undefined when some number has no place.
 */
export function placeNumbers(lines: readonly Line[], obstacles: readonly Area[], edges: readonly Area[]): ReadonlyMap<string, Point> | undefined {
  const parts = lines.map(({ points }) => segments(points));
  const placed = new Map<string, Point>();
  for (const [index, line] of lines.entries()) {
    const others = parts.filter((_, other) => other !== index).flat();
    const numbers = [...placed.values()];
    const isClear = (at: Point) =>
      isAwayFromEnd(at, line) &&
      !obstacles.some((area) => meetsArea(at, area)) &&
      !numbers.some((other) => Math.hypot(at[0] - other[0], at[1] - other[1]) < 2 * reach) &&
      !others.some(([a, b]) => toSegment(at, a, b) < reach);
    const isPlain = (at: Point) => !edges.some((area) => meetsOutline(at, area));
    const isStraight = (at: Point) => !line.points.slice(1, -1).some((bend) => Math.hypot(at[0] - bend[0], at[1] - bend[1]) < reach);
    const places = candidates(parts[index] ?? []);
    const place = places.find((at) => isStraight(at) && isPlain(at) && isClear(at)) ?? places.find((at) => isPlain(at) && isClear(at)) ?? places.find(isClear);
    if (!place) return undefined;
    placed.set(line.id, place);
  }
  return placed;
}

/** Points along the line. Each straight part gets its middle first, as a number looks best there. */
function candidates(parts: readonly Segment[]): readonly Point[] {
  return parts.flatMap(([a, b]) => {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const steps = Math.floor(length / 2 / STEP);
    const offsets = Array.from({ length: steps + 1 }, (_, i) => i * STEP).flatMap((offset) => (offset === 0 ? [0] : [-offset, offset]));
    return offsets.map((offset): Point => {
      const part = length === 0 ? 0 : 0.5 + offset / length;
      return [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part];
    });
  });
}

/** The arrow head must stay visible. */
function isAwayFromEnd(at: Point, { points }: Line): boolean {
  const end = points.at(-1);
  return !end || Math.hypot(at[0] - end[0], at[1] - end[1]) >= sizes.numberRadius + 7;
}

type Segment = readonly [from: Point, to: Point];

const segments = (points: readonly Point[]): readonly Segment[] =>
  points.slice(1).flatMap((point, i) => {
    const before = points[i];
    return before ? [[before, point] as const] : [];
  });

function toSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - dx * part, y - ay - dy * part);
}

function meetsArea([x, y]: Point, area: Area): boolean {
  return x > area.x - reach && x < area.x + area.width + reach && y > area.y - reach && y < area.y + area.height + reach;
}

function meetsOutline(at: Point, area: Area): boolean {
  const inside = { x: area.x + 2 * reach, y: area.y + 2 * reach, width: area.width - 4 * reach, height: area.height - 4 * reach };
  return meetsArea(at, area) && !(inside.width > 0 && inside.height > 0 && meetsArea(at, inside));
}
