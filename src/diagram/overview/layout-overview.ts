import type { Topology } from "../../engine/index.ts";
import type { Drawing } from "../drawing.ts";
import { arrange, type Row } from "./arrange.ts";
import { draw } from "./draw.ts";
import { placeNumbers, type Line, type Point } from "./numbers.ts";
import { areasOf, type Placement } from "./areas.ts";
import { horizontally, vertically, type Horizontal, type Vertical } from "./positions.ts";
import { route, type Route } from "./route.ts";
import { gridsFor, type Grid } from "./sizes.ts";
import { layTracks, type Tracks } from "./tracks.ts";

/** Places in a row that are tried; the drawing that fits the wanted shape best is taken. */
const COLUMNS = [2, 3, 4, 5, 6] as const;

/** Width and height, in points, that a drawing should fit into as large as possible. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** About the shape of a screen beside a list. */
const SCREEN: Room = { width: 590, height: 440 };

/**
 * The network overview: zones below each other, boxes in rows, numbered lines that run between the rows and beside the
 * boxes. No line meets a box or a label, nothing overlaps; the same topology always gives the same drawing.
 *
 * @param room Decides how many boxes stand side by side; the drawing itself is never scaled.
 */
export function layoutOverview(topology: Topology, room: Room = SCREEN): Drawing {
  const drawings = drawingsOf(topology);
  const scale = ({ width, height }: Drawing) => Math.min(1, room.width / width, room.height / height);
  const [first, ...rest] = drawings;
  if (!first) throw new Error("There is no number of columns to try.");
  return rest.reduce((best, drawing) => (scale(drawing) > scale(best) + 0.01 ? drawing : best), first);
}

const drawn = new WeakMap<Topology, readonly Drawing[]>();

/** One drawing for each number of columns. Made once for a topology: the PDF asks for several rooms. */
function drawingsOf(topology: Topology): readonly Drawing[] {
  const known = drawn.get(topology) ?? COLUMNS.map((columns) => layoutWith(topology, arrange(topology, columns)));
  drawn.set(topology, known);
  return known;
}

function layoutWith(topology: Topology, rows: readonly Row[]): Drawing {
  for (const grid of gridsFor(topology.connections.length)) {
    const routes = route(rows, topology.connections, grid);
    const drawing = routes && place(topology, rows, routes, grid);
    if (drawing) return drawing;
  }
  throw new Error("The widest grid holds every drawing.");
}

function place(topology: Topology, rows: readonly Row[], routes: readonly Route[], grid: Grid): Drawing | undefined {
  const tracks = layTracks(routes);
  const x = horizontally(rows, routes, grid);
  const y = vertically(rows, tracks, grid);
  const placement: Placement = { topology, rows, grid, x, y };
  const lines = routes.map((route): Line => ({ id: route.connection.id, points: pointsOf(route, tracks, x, y) }));
  const { obstacles, edges } = areasOf(placement);
  const numbers = placeNumbers(lines, obstacles, edges);
  return numbers && draw(placement, routes.flatMap((route, i) => {
    const line = lines[i];
    const number = numbers.get(route.connection.id);
    return line && number ? [{ connection: route.connection, points: line.points, number }] : [];
  }));
}

/** From the edge of the source along its columns and tracks to the edge of the destination. */
function pointsOf(route: Route, tracks: Tracks, x: Horizontal, y: Vertical): readonly Point[] {
  const edge = (row: number, channel: number) => y.boxTop(row) + (channel > row ? y.boxHeight(row) : 0);
  const step = (channel: number, a: number, b: number): readonly Point[] => {
    const track = tracks.of(route, channel);
    return track === undefined || a === b ? [] : [[x.centre(a), y.track(channel, track)], [x.centre(b), y.track(channel, track)]];
  };
  const { from, first, lane, last, to } = route;
  return [
    [x.centre(from), edge(route.sourceRow, first)],
    ...step(first, from, lane),
    ...step(last, lane, to),
    [x.centre(to), edge(route.destinationRow, last)],
  ];
}
