import type { Topology } from "../../engine/index.ts";
import type { Row } from "./arrange.ts";
import type { Area } from "./numbers.ts";
import { framePadding, type Horizontal, type Vertical } from "./positions.ts";
import { firstColumn } from "./route.ts";
import { sizes, type Grid } from "./sizes.ts";

/** A topology with the place of everything in it. */
export interface Placement {
  readonly topology: Topology;
  readonly rows: readonly Row[];
  readonly grid: Grid;
  readonly x: Horizontal;
  readonly y: Vertical;
}

/** Area of a place of the grid, box or label. */
export function cellArea({ grid, x, y }: Placement, row: number, place: number): Area {
  return { x: x.left(firstColumn(place, grid)), y: y.boxTop(row), width: grid.boxColumns * grid.unit, height: y.boxHeight(row) };
}

/** Outline of a frame from its first to its last place. */
export function frameArea(placement: Placement, row: number, from: number, to: number): Area {
  const [first, last] = [cellArea(placement, row, from), cellArea(placement, row, to)];
  const padding = framePadding(placement.rows[row]);
  const side = Math.min(padding, placement.grid.unit);
  return { x: first.x - side, y: first.y - padding, width: last.x + last.width - first.x + 2 * side, height: first.height + 2 * padding };
}

/** Outline of a zone. */
export function zoneArea({ x, y }: Placement, zone: string): Area {
  return { x: 0, width: x.width, ...y.zone(zone) };
}

/** What numbers must not touch, and the outlines that they should rather not lie on. */
export function areasOf(placement: Placement): { readonly obstacles: readonly Area[]; readonly edges: readonly Area[] } {
  const zones = placement.topology.zones.map(({ id }) => zoneArea(placement, id));
  return {
    obstacles: [
      ...placement.rows.flatMap((row, index) => row.cells.map(({ at }) => cellArea(placement, index, at))),
      ...zones.map((zone) => ({ ...zone, width: sizes.zonePadding + sizes.zoneTitleWidth - 10 })),
    ],
    edges: [...zones, ...placement.rows.flatMap((row, index) => row.frames.map(({ from, to }) => frameArea(placement, index, from, to)))],
  };
}
