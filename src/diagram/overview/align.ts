import type { TopologyConnection } from "../../engine/index.ts";
import type { Row } from "./arrange.ts";

/** How often rows are moved; the positions settle long before. */
const ROUNDS = 4;

/**
 * Moves the boxes of short rows sideways, keeping their order and their frames whole, until they stand near the boxes
 * that they are connected with. Long lines become short, and many become straight.
 */
export function align(rows: readonly Row[], connections: readonly TopologyConnection[]): readonly Row[] {
  const places = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const at = new Map(rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === "box" ? [[cell.box.id, cell.at] as const] : []))));
  const partners = partnersOf(connections);
  let aligned = rows;
  for (let round = 0; round < ROUNDS; round += 1) {
    aligned = aligned.map((row) => {
      const moved = alignRow(row, places, (box, place) => (partners.get(box) ?? []).reduce((sum, partner) => sum + Math.abs((at.get(partner) ?? place) - place), 0));
      for (const cell of moved.cells) if (cell.kind === "box") at.set(cell.box.id, cell.at);
      return moved;
    });
  }
  return aligned;
}

function partnersOf(connections: readonly TopologyConnection[]): ReadonlyMap<string, readonly string[]> {
  const partners = new Map<string, string[]>();
  const add = (box: string, partner: string) => partners.set(box, [...(partners.get(box) ?? []), partner]);
  for (const { source, destination } of connections) {
    if (source === destination) continue;
    add(source, destination);
    add(destination, source);
  }
  return partners;
}

/** Distributes the free places of a row between its groups so that the sum of distances is smallest; leftmost if equal. */
function alignRow(row: Row, places: number, distance: (box: string, place: number) => number): Row {
  const groups = groupsOf(row);
  const free = places - row.cells.length;
  if (free === 0 || groups.length === 0) return row;
  let best: { shifts: readonly number[]; cost: number } | undefined;
  for (const shifts of growing(groups.length, free)) {
    let cost = 0;
    groups.forEach((group, index) => {
      for (const position of group) {
        const cell = row.cells[position];
        if (cell?.kind === "box") cost += distance(cell.box.id, position + (shifts[index] ?? 0));
      }
    });
    if (!best || cost < best.cost) best = { shifts, cost };
  }
  const shiftOf = (position: number) => best?.shifts[groups.findIndex((group) => group.includes(position))] ?? 0;
  return {
    ...row,
    cells: row.cells.map((cell, position) => ({ ...cell, at: position + shiftOf(position) })),
    frames: row.frames.map(({ frame }) => {
      const positions = row.cells.flatMap((cell, position) => ((cell.kind === "label" ? cell.frame === frame : cell.box.frame === frame.id) ? [position + shiftOf(position)] : []));
      return { frame, from: Math.min(...positions), to: Math.max(...positions) };
    }),
  };
}

/** Positions of the row's cells that must stay together: a frame's label and boxes, or one loose box. */
function groupsOf({ cells }: Row): readonly (readonly number[])[] {
  const groups: number[][] = [];
  cells.forEach((cell, position) => {
    const open = cells.slice(0, position).findLast((other) => other.kind === "label");
    const joins = cell.kind === "box" && cell.box.frame !== undefined && open?.kind === "label" && open.frame.id === cell.box.frame;
    if (joins) groups.at(-1)?.push(position);
    else groups.push([position]);
  });
  return groups;
}

/** All ways to shift groups to the right without passing each other: lists that never fall, up to `most`. */
function growing(length: number, most: number, least = 0): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  return Array.from({ length: most - least + 1 }, (_, i) => least + i).flatMap((first) => growing(length - 1, most, first).map((rest) => [first, ...rest]));
}
