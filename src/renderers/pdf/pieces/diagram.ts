import type { DiagramBlock } from "../../../document/index.ts";
import { layoutOverview, type Drawing, type Room } from "../../../diagram/index.ts";
import type { Topology, TopologyConnection } from "../../../engine/index.ts";
import { ink } from "../page/ink.ts";
import type { Paper } from "../page/paper.ts";
import { heightOfPieces, piece, type Piece } from "../page/piece.ts";
import { type as scale } from "../text/fragments.ts";
import { plain } from "../text/simple-text.ts";
import type { Typefaces } from "../text/typefaces.ts";
import { drawDrawing } from "./drawing.ts";
import { paragraphPieces, textPieces } from "./paragraph.ts";

const GAP = 14;
const LIST_WIDTH = 148;
const NUMBER = { radius: 6.4, indent: 18 } as const;
/** Smaller letters in the drawing are not readable; then the list goes to a page of its own. */
const SMALLEST_SCALE = 6.5 / 8.75;

/** A way to set the drawing and its list: where the list stands, and how large the drawing becomes. */
interface Setting {
  readonly list: "beside" | "below" | "after";
  readonly drawing: Drawing;
  readonly scale: number;
  readonly columns: readonly (readonly Entry[])[];
}

/**
 * Whether the overview becomes larger on an upright page; most are wider than high.
 *
 * @param lying What a lying page offers, `upright` an upright one.
 */
export function isUpright(topology: Topology, lying: Room, upright: Room, typefaces: Typefaces): boolean {
  return bestSetting(topology, upright, typefaces).scale > bestSetting(topology, lying, typefaces).scale * 1.05;
}

/**
 * The overview on a page of its own, with the list of its numbered connections beside it, below it, or, where neither
 * leaves the drawing large enough, on the pages that follow.
 *
 * @param room What is left of the page.
 * @param isListed Whether a table of the connections follows anyway; then no list takes a page.
 */
export function diagramPieces(block: DiagramBlock, topology: Topology, room: Room, isListed: boolean, typefaces: Typefaces): readonly Piece[] {
  const caption = paragraphPieces(block.caption, scale.caption, room.width, typefaces);
  const height = room.height - heightOfPieces(caption) - 6;
  const { list, drawing, scale: size, columns } = bestSetting(topology, { width: room.width, height }, typefaces);
  const drawn = drawing.height * size;
  const listHeight = Math.max(0, ...columns.map(heightOfEntries));
  const columnWidth = widthOfColumn(room.width);
  const picture = piece({
    height: Math.min(height, list === "beside" ? Math.max(drawn, listHeight) : list === "below" ? drawn + GAP + listHeight : drawn),
    keepWithNext: true,
    draw: (paper, x, y) => {
      drawDrawing(paper, drawing, x, y, size);
      if (list === "beside") drawColumn(paper, columns[0] ?? [], x + drawing.width * size + GAP, y);
      if (list === "below") columns.forEach((column, i) => drawColumn(paper, column, x + i * (columnWidth + GAP), y + drawn + GAP));
    },
  });
  const after = list === "after" && !isListed ? entryRows(entriesOf(topology, columnWidth, typefaces), columnWidth, columnsIn(room.width)) : [];
  return [picture, ...caption.map((line, i) => (i === 0 ? { ...line, before: 6 } : line)), ...after];
}

/** The largest drawing whose list stands on the same page; a larger one without it only where letters became too small. */
function bestSetting(topology: Topology, room: Room, typefaces: Typefaces): Setting {
  const set = (list: Setting["list"], own: Room, columns: Setting["columns"] = []): Setting => {
    const drawing = layoutOverview(topology, own);
    return { list, drawing, columns, scale: Math.max(0.05, Math.min(1.15, own.width / Math.max(1, drawing.width), own.height / Math.max(1, drawing.height))) };
  };
  const column = columnsOf(entriesOf(topology, LIST_WIDTH, typefaces), 1);
  const columns = columnsOf(entriesOf(topology, widthOfColumn(room.width), typefaces), columnsIn(room.width));
  const listHeight = Math.max(0, ...columns.map(heightOfEntries));
  const together = [
    ...(heightOfEntries(column[0] ?? []) <= room.height ? [set("beside", { width: room.width - LIST_WIDTH - GAP, height: room.height }, column)] : []),
    ...(listHeight < room.height / 2 ? [set("below", { width: room.width, height: room.height - listHeight - GAP }, columns)] : []),
  ];
  const best = together.reduce<Setting | undefined>((largest, next) => (largest && largest.scale >= next.scale ? largest : next), undefined);
  if (best && best.scale >= SMALLEST_SCALE) return best;
  const alone = set("after", room);
  return best && best.scale >= alone.scale * 0.95 ? best : alone;
}

const columnsIn = (width: number): number => Math.max(1, Math.floor((width + GAP) / (LIST_WIDTH + GAP)));
const widthOfColumn = (width: number): number => (width - (columnsIn(width) - 1) * GAP) / columnsIn(width);
const entriesOf = ({ connections }: Topology, width: number, typefaces: Typefaces): readonly Entry[] => connections.map((connection) => entryPieces(connection, width, typefaces));

type Entry = readonly Piece[];

function entryPieces({ number, title, detail }: TopologyConnection, width: number, typefaces: Typefaces): Entry {
  const bold = { ...scale.caption, bold: true, ink: ink.text, size: 7.6, leading: 9.4 };
  const small = { ...scale.caption, size: 7.6, leading: 9.4 };
  const [first, ...rest] = textPieces([...plain(`${title} `, bold, typefaces), ...plain(detail, small, typefaces)], small, width - NUMBER.indent, typefaces);
  if (!first) return [];
  const marked: Piece = {
    ...first,
    height: rest.length === 0 ? Math.max(first.height, 2 * NUMBER.radius) : first.height,
    draw: (paper, x, y, above) => {
      const centre = { x: x + NUMBER.radius, y: y + first.height / 2 };
      paper.circle(centre.x, centre.y, NUMBER.radius, ink.text, 0.8, ink.paper);
      paper.text(String(number), centre.x, centre.y + 2.5, { ...bold, size: 6.8 }, "middle");
      first.draw(paper, x + NUMBER.indent, y, above);
    },
  };
  return [marked, ...rest.map((line): Piece => ({ ...line, draw: (paper, x, y, above) => line.draw(paper, x + NUMBER.indent, y, above) }))];
}

const ENTRY_GAP = 3.5;
const heightOfEntries = (entries: readonly Entry[]): number => entries.reduce((sum, entry) => sum + heightOfPieces(entry) + ENTRY_GAP, 0);

/** Distributes entries to columns of about the same height, in reading order down each column. */
function columnsOf(entries: readonly Entry[], count: number): readonly (readonly Entry[])[] {
  const share = heightOfEntries(entries) / count;
  const columns: Entry[][] = [[]];
  for (const entry of entries) {
    const column = columns.at(-1) ?? [];
    if (column.length > 0 && columns.length < count && heightOfEntries(column) + heightOfPieces(entry) / 2 > share) columns.push([entry]);
    else column.push(entry);
  }
  return columns;
}

function drawColumn(paper: Paper, entries: readonly Entry[], x: number, top: number): void {
  let y = top;
  for (const entry of entries) {
    for (const line of entry) {
      line.draw(paper, x, y, 0);
      y += line.height;
    }
    y += ENTRY_GAP;
  }
}

/** The list on pages of its own: rows of entries, so that it may break between them. */
function entryRows(entries: readonly Entry[], columnWidth: number, count: number): readonly Piece[] {
  const rows = Array.from({ length: Math.ceil(entries.length / count) }, (_, i) => entries.slice(i * count, (i + 1) * count));
  return rows.map((row, index) =>
    piece({
      height: Math.max(...row.map(heightOfPieces)) + ENTRY_GAP,
      before: index === 0 ? GAP : 0,
      draw: (paper, x, y) => row.forEach((entry, i) => drawColumn(paper, [entry], x + i * (columnWidth + GAP), y)),
    }),
  );
}
