import type { DiagramBlock } from "../../../document/index.ts";
import { layoutOverview, type Drawing } from "../../../diagram/index.ts";
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
const COLUMNS = 4;
const NUMBER = { radius: 6.4, indent: 18 } as const;
/** Smaller letters in the drawing are not readable; then the list goes to a page of its own. */
const SMALLEST_SCALE = 6.5 / 8.75;

interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * The overview on a page of its own, with the list of its numbered connections beside it, below it, or, where neither
 * leaves the drawing large enough, on the pages that follow.
 *
 * @param room What is left of the page.
 */
export function diagramPieces(block: DiagramBlock, topology: Topology, room: Room, typefaces: Typefaces): readonly Piece[] {
  const drawing = layoutOverview(topology);
  const caption = paragraphPieces(block.caption, scale.caption, room.width, typefaces);
  const entries = (width: number) => topology.connections.map((connection) => entryPieces(connection, width, typefaces));
  const height = room.height - heightOfPieces(caption) - 6;
  const columnWidth = (room.width - (COLUMNS - 1) * GAP) / COLUMNS;
  const beside = arranged(drawing, { width: room.width - LIST_WIDTH - GAP, height }, columnsOf(entries(LIST_WIDTH), 1));
  const columns = columnsOf(entries(columnWidth), COLUMNS);
  const below = arranged(drawing, { width: room.width, height: height - Math.max(0, ...columns.map(heightOfEntries)) - GAP }, columns);
  const alone = arranged(drawing, { width: room.width, height }, []);
  const best = beside.scale >= below.scale ? beside : below;
  const listFits = best.scale >= Math.min(SMALLEST_SCALE, alone.scale) && (best !== beside || heightOfEntries(beside.columns[0] ?? []) <= height);
  const chosen = listFits ? best : alone;
  const picture = piece({
    height: Math.min(height, chosen === beside ? Math.max(chosen.drawn, heightOfEntries(beside.columns[0] ?? [])) : chosen.drawn + (chosen === below ? GAP + Math.max(0, ...columns.map(heightOfEntries)) : 0)),
    keepWithNext: true,
    draw: (paper, x, y) => {
      drawDrawing(paper, drawing, x, y, chosen.scale);
      if (chosen === beside) drawColumn(paper, beside.columns[0] ?? [], x + drawing.width * chosen.scale + GAP, y);
      if (chosen === below) columns.forEach((column, i) => drawColumn(paper, column, x + i * (columnWidth + GAP), y + chosen.drawn + GAP));
    },
  });
  const list = listFits ? [] : entryRows(entries(columnWidth), columnWidth);
  return [picture, ...caption.map((line, i) => (i === 0 ? { ...line, before: 6 } : line)), ...list];
}

type Entry = readonly Piece[];

function arranged(drawing: Drawing, room: Room, columns: readonly (readonly Entry[])[]) {
  const scale = Math.max(0.05, Math.min(1.15, room.width / Math.max(1, drawing.width), room.height / Math.max(1, drawing.height)));
  return { scale, drawn: drawing.height * scale, columns };
}

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
function entryRows(entries: readonly Entry[], columnWidth: number): readonly Piece[] {
  const rows = Array.from({ length: Math.ceil(entries.length / COLUMNS) }, (_, i) => entries.slice(i * COLUMNS, (i + 1) * COLUMNS));
  return rows.map((row, index) =>
    piece({
      height: Math.max(...row.map(heightOfPieces)) + ENTRY_GAP,
      before: index === 0 ? GAP : 0,
      draw: (paper, x, y) => row.forEach((entry, i) => drawColumn(paper, [entry], x + i * (columnWidth + GAP), y)),
    }),
  );
}
