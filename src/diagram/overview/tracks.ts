import type { Route } from "./route.ts";

/** The horizontal part of a route within one channel, with the directions in which it goes on at either end. */
interface Piece {
  readonly route: Route;
  readonly channel: number;
  readonly from: number;
  readonly to: number;
  /** Columns at which the line goes on upwards or downwards. */
  readonly up: readonly number[];
  readonly down: readonly number[];
}

/** Track numbers from the top, by channel and route; channels without horizontal parts are absent. */
export interface Tracks {
  /** How many tracks a channel holds. */
  readonly count: (channel: number) => number;
  /** Track of a route in a channel, or undefined where it passes straight. */
  readonly of: (route: Route, channel: number) => number | undefined;
}

/** Lays the horizontal parts of all routes onto tracks so that none overlap and few lines cross. */
export function layTracks(routes: readonly Route[]): Tracks {
  const tracks = new Map<number, Map<Route, number>>();
  for (const [channel, pieces] of byChannel(routes.flatMap(piecesOf))) tracks.set(channel, layChannel(pieces));
  return {
    count: (channel) => Math.max(0, ...[...(tracks.get(channel)?.values() ?? [])].map((track) => track + 1)),
    of: (route, channel) => tracks.get(channel)?.get(route),
  };
}

function piecesOf(route: Route): readonly Piece[] {
  const { from, first, lane, last, to, sourceRow, destinationRow } = route;
  const piece = (channel: number, a: number, b: number, aUp: boolean, bUp: boolean): readonly Piece[] =>
    a === b ? [] : [{ route, channel, from: Math.min(a, b), to: Math.max(a, b), up: [...(aUp ? [a] : []), ...(bUp ? [b] : [])], down: [...(aUp ? [] : [a]), ...(bUp ? [] : [b])] }];
  const sourceUp = sourceRow < first;
  const destinationUp = destinationRow < last;
  if (first === last) return piece(first, from, to, sourceUp, destinationUp);
  return [...piece(first, from, lane, sourceUp, last < first), ...piece(last, lane, to, first < last, destinationUp)];
}

function byChannel(pieces: readonly Piece[]): ReadonlyMap<number, readonly Piece[]> {
  const channels = new Map<number, Piece[]>();
  for (const piece of pieces) channels.set(piece.channel, [...(channels.get(piece.channel) ?? []), piece]);
  return channels;
}

/** Puts neighbours into the order with fewer crossings until nothing improves, then takes the first track that is free. */
function layChannel(pieces: readonly Piece[]): Map<Route, number> {
  const order = [...pieces].sort((a, b) => a.from - b.from || a.to - b.to);
  for (let round = 0; round < order.length; round += 1) {
    let moved = false;
    for (let i = 0; i + 1 < order.length; i += 1) {
      const [above, below] = [order[i], order[i + 1]];
      if (!above || !below || crossings(below, above) >= crossings(above, below)) continue;
      order[i] = below;
      order[i + 1] = above;
      moved = true;
    }
    if (!moved) break;
  }
  const tracks = new Map<Route, number>();
  order.forEach((piece, i) => {
    const earlier = order.slice(0, i).filter((other) => other.from <= piece.to + 1 && piece.from <= other.to + 1);
    tracks.set(piece.route, Math.max(-1, ...earlier.map((other) => tracks.get(other.route) ?? 0)) + 1);
  });
  return tracks;
}

/** How often two pieces cross when the first lies above the second. */
function crossings(above: Piece, below: Piece): number {
  const within = ({ from, to }: Piece) => (column: number) => column > from && column < to;
  return above.down.filter(within(below)).length + below.up.filter(within(above)).length;
}
