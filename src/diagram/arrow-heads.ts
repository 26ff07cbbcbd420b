import type { Shape } from "./drawing.ts";

type Point = readonly [x: number, y: number];
const LENGTH = 6.5;
const HALF = 2.8;

/** Triangles at the ends of a line, for every writer the same. */
export function arrowHeads(line: Extract<Shape, { kind: "polyline" }>): readonly (readonly [Point, Point, Point])[] {
  const { points, arrow } = line;
  const [first, second] = points;
  const [last, beforeLast] = [points.at(-1), points.at(-2)];
  return [
    ...(arrow !== "none" && last && beforeLast ? [head(last, beforeLast)] : []),
    ...(arrow === "both" && first && second ? [head(first, second)] : []),
  ];
}

function head(tip: Point, before: Point): readonly [Point, Point, Point] {
  const [dx, dy] = [tip[0] - before[0], tip[1] - before[1]];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const [bx, by] = [tip[0] - ux * LENGTH, tip[1] - uy * LENGTH];
  return [tip, [bx - uy * HALF, by + ux * HALF], [bx + uy * HALF, by - ux * HALF]];
}
