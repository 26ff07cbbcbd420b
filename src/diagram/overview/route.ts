import type { TopologyConnection } from "../../engine/index.ts";
import type { Row } from "./arrange.ts";
import type { Grid } from "./sizes.ts";

/**
 * A line as columns and channels. Channel `n` lies above row `n`. The line leaves its source into channel `first` at
 * column `from`, changes there to column `lane`, which it keeps to channel `last`, and changes there to column `to`.
 */
export interface Route {
  readonly connection: TopologyConnection;
  readonly sourceRow: number;
  readonly destinationRow: number;
  readonly from: number;
  readonly first: number;
  readonly lane: number;
  readonly last: number;
  readonly to: number;
}

/** Where a box stands: its row, its first column and how many columns it covers. */
interface Spot {
  readonly row: number;
  readonly start: number;
  readonly columns: number;
}

/** Columns beside the content that lines may use, on either side; far more than are ever needed. */
const LANES_FROM = 3;

/**
 * Finds a way for each connection so that no two lines share a stretch and none meets a box or a frame that it does not
 * belong to. Columns are shared by nobody within a channel, so lines only ever cross.
 *
 * @returns undefined when the grid is too narrow.
 */
export function route(rows: readonly Row[], connections: readonly TopologyConnection[], grid: Grid): readonly Route[] | undefined {
  const spots = spotsOf(rows, grid);
  const drawn = connections.filter(({ source, destination }) => spots.has(source) && spots.has(destination));
  const ground = new Ground(rows, grid, drawn.length);
  const wishes = wishesOf(drawn, spots);
  const nearFirst = drawn.toSorted((a, b) => distance(a, spots) - distance(b, spots) || a.number - b.number || (a.id < b.id ? -1 : 1));
  const routes: Route[] = [];
  for (const connection of nearFirst) {
    const best = cheapest(connection, spots, ground, wishes);
    if (!best) return undefined;
    ground.take(best);
    wishes.take(sideOf(connection.source, best.sourceRow, best.first), best.from);
    wishes.take(sideOf(connection.destination, best.destinationRow, best.last), best.to);
    routes.push(best);
  }
  return routes;
}

function cheapest(connection: TopologyConnection, spots: ReadonlyMap<string, Spot>, ground: Ground, wishes: Wishes): Route | undefined {
  const source = spotOf(spots, connection.source);
  const destination = spotOf(spots, connection.destination);
  let best: { route: Route; cost: number } | undefined;
  for (const [first, last] of channelsBetween(source.row, destination.row)) {
    const starts = portsOf(source, first, connection.source, ground, wishes);
    const ends = portsOf(destination, last, connection.destination, ground, wishes);
    const consider = (from: Port, lane: number, to: Port) => {
      const route = { connection, sourceRow: source.row, destinationRow: destination.row, from: from.column, first, lane, last, to: to.column };
      const cost = costOf(route, ground) + from.cost + to.cost;
      if (!best || cost < best.cost) best = { route, cost };
    };
    if (first === last) {
      // Both ends in one row need two columns even where they belong to one box.
      const mayBeStraight = source.row !== destination.row;
      for (const from of starts) for (const to of ends) if (mayBeStraight || from.column !== to.column) consider(from, from.column, to);
      continue;
    }
    for (const lane of ground.lanes(first, last, source.row, destination.row)) {
      for (const from of towards(starts, lane)) for (const to of towards(ends, lane)) consider(from, lane, to);
    }
  }
  return best?.route;
}

/** Turns cost as much as a long way; crossings a little. */
function costOf(route: Route, ground: Ground): number {
  const { from, first, lane, last, to } = route;
  const bends = (from === lane ? 0 : 1) + (lane === to ? 0 : 1);
  const length = Math.abs(from - lane) + Math.abs(lane - to);
  return tightness(route) + length + 7 * bends + 1.5 * (ground.crossed(first, from, lane) + ground.crossed(last, lane, to)) + (first === 0 ? 12 : 0);
}

/** A loop back to the same row needs room for its number. */
function tightness({ sourceRow, destinationRow, from, to }: Route): number {
  return sourceRow === destinationRow ? 4 * Math.max(0, 5 - Math.abs(from - to)) : 0;
}

/** Pairs of channels a line may leave and arrive by. */
function channelsBetween(source: number, destination: number): readonly (readonly [first: number, last: number])[] {
  if (source < destination) return [[source + 1, destination]];
  if (source > destination) return [[source, destination + 1]];
  return [
    [source + 1, source + 1],
    [source, source],
  ];
}

/** A column by which a line may leave a box, with the cost of leaving there. */
interface Port {
  readonly column: number;
  readonly cost: number;
}

/** Free columns of a box: all but the outermost. */
function portsOf(spot: Spot, channel: number, box: string, ground: Ground, wishes: Wishes): readonly Port[] {
  return Array.from({ length: spot.columns - 2 }, (_, i) => spot.start + 1 + i)
    .filter((column) => ground.isFree(channel, column))
    .map((column) => ({ column, cost: wishes.cost(sideOf(box, spot.row, channel), column) }));
}

/** The port in line with a lane, and the two that are best to reach it from. */
function towards(ports: readonly Port[], lane: number): readonly Port[] {
  const cost = (port: Port) => port.cost + Math.abs(port.column - lane);
  const chosen = ports.filter(({ column }) => column === lane);
  let [first, second]: (Port | undefined)[] = [];
  for (const port of ports) {
    if (!first || cost(port) < cost(first)) [first, second] = [port, first];
    else if (!second || cost(port) < cost(second)) second = port;
  }
  return [...chosen, ...(first ? [first] : []), ...(second ? [second] : [])];
}

const distance = ({ source, destination }: TopologyConnection, spots: ReadonlyMap<string, Spot>): number => {
  const [a, b] = [spotOf(spots, source), spotOf(spots, destination)];
  return Math.abs(a.row - b.row) * 1000 + Math.abs(a.start - b.start);
};

function spotOf(spots: ReadonlyMap<string, Spot>, id: string): Spot {
  const spot = spots.get(id);
  if (!spot) throw new Error(`The diagram has no box ${id}.`);
  return spot;
}

function spotsOf(rows: readonly Row[], grid: Grid): ReadonlyMap<string, Spot> {
  return new Map(
    rows.flatMap((row, index) =>
      row.cells.flatMap((cell) => (cell.kind === "box" ? [[cell.box.id, { row: index, start: firstColumn(cell.at, grid), columns: grid.boxColumns }] as const] : [])),
    ),
  );
}

/** First column under a place of the grid. */
export const firstColumn = (place: number, grid: Grid): number => place * (grid.boxColumns + grid.gapColumns);

/** Spreads the lines of a side evenly: each side has as many wished columns as lines, and others cost by their distance. */
class Wishes {
  readonly #wished: ReadonlyMap<string, number[]>;

  constructor(wished: ReadonlyMap<string, number[]>) {
    this.#wished = wished;
  }

  cost(side: string, column: number): number {
    const wished = this.#wished.get(side) ?? [];
    return 1.6 * Math.min(12, ...wished.map((wish) => Math.abs(wish - column)));
  }

  /** The nearest wish is fulfilled; the next line gets another one. */
  take(side: string, column: number): void {
    const wished = this.#wished.get(side) ?? [];
    wished.sort((a, b) => Math.abs(a - column) - Math.abs(b - column)).shift();
  }
}

const sideOf = (box: string, row: number, channel: number) => `${box} ${channel > row ? "bottom" : "top"}`;

function wishesOf(connections: readonly TopologyConnection[], spots: ReadonlyMap<string, Spot>): Wishes {
  const counts = new Map<string, { spot: Spot; count: number }>();
  const count = (box: string, spot: Spot, channel: number) => {
    const side = sideOf(box, spot.row, channel);
    counts.set(side, { spot, count: (counts.get(side)?.count ?? 0) + 1 });
  };
  for (const { source, destination } of connections) {
    const [a, b] = [spotOf(spots, source), spotOf(spots, destination)];
    const [[first, last] = [0, 0]] = channelsBetween(a.row, b.row);
    count(source, a, first);
    count(destination, b, last);
  }
  const wished = ({ start, columns }: Spot, count: number) => Array.from({ length: count }, (_, i) => start + Math.round(((i + 1) * columns) / (count + 1) - 0.5));
  return new Wishes(new Map([...counts].map(([side, { spot, count }]) => [side, wished(spot, count)])));
}

/** Which columns are taken in which channel, and blocked by boxes and frames in which row. */
class Ground {
  readonly #taken = new Map<number, Set<number>>();
  readonly #blocked: readonly (readonly (readonly [from: number, to: number])[])[];
  readonly #columns: readonly number[];

  constructor(rows: readonly Row[], grid: Grid, lanes: number) {
    const end = Math.max(0, ...rows.flatMap((row) => row.cells.map(({ at }) => firstColumn(at + 1, grid) - grid.gapColumns)));
    this.#blocked = rows.map((row) => [
      ...row.cells.map(({ at }) => [firstColumn(at, grid) - 1, firstColumn(at, grid) + grid.boxColumns] as const),
      ...row.frames.map(({ from, to }) => [firstColumn(from, grid) - 2, firstColumn(to, grid) + grid.boxColumns + 1] as const),
    ]);
    const first = -LANES_FROM - lanes;
    this.#columns = Array.from({ length: end + LANES_FROM + lanes - first }, (_, i) => first + i).filter(
      (column) => column <= -LANES_FROM || (column >= 0 && column < end) || column >= end + LANES_FROM - 1,
    );
  }

  isFree(channel: number, column: number): boolean {
    return !this.#taken.get(channel)?.has(column);
  }

  /** Columns that are free all the way between two rows. */
  lanes(first: number, last: number, sourceRow: number, destinationRow: number): readonly number[] {
    const [top, bottom] = [Math.min(sourceRow, destinationRow), Math.max(sourceRow, destinationRow)];
    const [from, to] = [Math.min(first, last), Math.max(first, last)];
    return this.#columns.filter((column) => {
      for (let channel = from; channel <= to; channel += 1) if (!this.isFree(channel, column)) return false;
      for (let row = top + 1; row < bottom; row += 1) if (this.#blocked[row]?.some(([a, b]) => column >= a && column <= b)) return false;
      return true;
    });
  }

  /** How many taken columns lie between two columns of a channel. */
  crossed(channel: number, a: number, b: number): number {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    let count = 0;
    for (const column of this.#taken.get(channel) ?? []) if (column > from && column < to) count += 1;
    return count;
  }

  take({ from, first, lane, last, to }: Route): void {
    this.#mark(first, from);
    this.#mark(last, to);
    if (first === last) return;
    for (let channel = Math.min(first, last); channel <= Math.max(first, last); channel += 1) this.#mark(channel, lane);
  }

  #mark(channel: number, column: number): void {
    const columns = this.#taken.get(channel) ?? new Set<number>();
    columns.add(column);
    this.#taken.set(channel, columns);
  }
}
