import type { Inline, TableBlock } from "../../../document/index.ts";
import { plainText } from "../../../document/index.ts";
import { ink } from "../page/ink.ts";
import { TEXT_WIDTH } from "../page/measures.ts";
import type { Paper } from "../page/paper.ts";
import { piece, together, type Piece } from "../page/piece.ts";
import { fragmentsOf, type as scale, type TextStyle } from "../text/fragments.ts";
import { breakLines, type Line } from "../text/lines.ts";
import { plain } from "../text/simple-text.ts";
import type { Typefaces } from "../text/typefaces.ts";
import { columnWidths, leastWidth, tableStyle } from "./column-widths.ts";
import { baselineOf, paragraphPieces, textPieces } from "./paragraph.ts";

const CELL = { above: 3.6, below: 4.4, gap: 9 } as const;
const SMALL_CELL = { above: 1.8, below: 2.4 } as const;
const RULE = 1;
const HAIRLINE = 0.4;

interface Column {
  readonly x: number;
  readonly width: number;
  readonly right: boolean;
}

/**
 * A table: caption above, a rule under the head and at the end, hairlines between rows. The head comes again on every
 * page with the word "continued"; a page may end only within rows that are higher than a quarter of one.
 *
 * @param highest Height of the text area, for rows that fit on no page.
 */
export function tablePieces(table: TableBlock, width: number, highest: number, typefaces: Typefaces): readonly Piece[] {
  const style = tableStyle(table);
  const columns = place(table, columnWidths(table, width, CELL.gap, typefaces), CELL.gap);
  const head = headPiece(table, columns, width, typefaces);
  const caption = together([...paragraphPieces(table.caption, scale.caption, width, typefaces)]).map((line) => ({ ...line, keepWithNext: true }));
  const continued = textPieces(plain(continuedCaption(table.caption), scale.caption, typefaces), scale.caption, width, typefaces);
  const repeated = [...continued.map((line) => ({ ...line, keepWithNext: true })), head];
  const rows = table.rows.flatMap(({ cells, marked }) => {
    const lines = columns.map((column, i) => breakLines(fragmentsOf(cells[i] ?? [], style, typefaces), column.width, typefaces));
    const cut = parts(lines, highest / 4, style);
    return cut.map((part, i) => ({ part, marked, isStart: i === 0, isEnd: i === cut.length - 1 }));
  });
  const last = rows.length - 1;
  return [
    ...caption,
    head,
    ...rows.map(({ part, marked, isStart, isEnd }, i) => ({
      ...rowPiece(part, columns, width, style, { marked, isStart, end: i === last ? "rule" : isEnd ? "hairline" : undefined }),
      repeated,
      // Two rows at least stand under the head and at the end of the table, or the part of a high one.
      keepWithNext: (i === 0 && isEnd && last > 0) || (i === last - 1 && isEnd),
    })),
  ];
}

/** Wide tables with few rows stay on upright pages where their words fit. */
export function needsLandscape(table: TableBlock, typefaces: Typefaces): boolean {
  return table.wide && (table.rows.length > 3 || leastWidth(table, CELL.gap, typefaces) > TEXT_WIDTH);
}

function place({ columns }: TableBlock, widths: readonly number[], gap: number): readonly Column[] {
  let x = 0;
  return columns.map(({ align }, i) => {
    const column = { x, width: widths[i] ?? 0, right: align === "right" };
    x += column.width + gap;
    return column;
  });
}

function headPiece({ columns: titles }: TableBlock, columns: readonly Column[], width: number, typefaces: Typefaces): Piece {
  const cells = columns.map((column, i) => breakLines(plain(titles[i]?.title ?? "", scale.tableHead, typefaces), column.width, typefaces));
  const deepest = Math.max(1, ...cells.map((lines) => lines.length));
  const height = CELL.above + deepest * scale.tableHead.leading + 3;
  return piece({
    height,
    keepWithNext: true,
    draw: (paper, x, y) => {
      cells.forEach((lines, i) => drawCell(paper, lines, columns[i], x, y + CELL.above + (deepest - lines.length) * scale.tableHead.leading, scale.tableHead));
      paper.stroke([[x, y + height], [x + width, y + height]], ink.text, RULE);
    },
  });
}

interface RowFrame {
  readonly marked: boolean;
  /** Whether the row begins here, or goes on from the part above. */
  readonly isStart: boolean;
  /** What closes the row; nothing where its next part follows. */
  readonly end: "rule" | "hairline" | undefined;
}

function rowPiece(cells: readonly (readonly Line[])[], columns: readonly Column[], width: number, style: TextStyle, { marked, isStart, end }: RowFrame): Piece {
  const deepest = Math.max(1, ...cells.map((lines) => lines.length));
  const room = style === scale.table ? CELL : SMALL_CELL;
  const [above, below] = [isStart ? room.above : 0, end === undefined ? 0 : room.below];
  const height = above + deepest * style.leading + below;
  return piece({
    height,
    draw: (paper, x, y) => {
      const top = isStart ? 0.5 : 0;
      if (marked) paper.fill({ x: x - 3, y: y + top, width: width + 6, height: height - top }, ink.tint);
      cells.forEach((lines, i) => drawCell(paper, lines, columns[i], x, y + above, style));
      if (end !== undefined) paper.stroke([[x, y + height], [x + width, y + height]], end === "rule" ? ink.text : ink.rule, end === "rule" ? RULE : HAIRLINE);
    },
  });
}

function drawCell(paper: Paper, lines: readonly Line[], column: Column | undefined, x: number, y: number, style: TextStyle): void {
  if (!column) return;
  lines.forEach((line, i) => {
    const left = column.right ? x + column.x + column.width - line.width : x + column.x;
    paper.line(line, left, y + i * style.leading + baselineOf(style));
  });
}

/** Cuts a row that is higher than that into parts of equal height. */
function parts(cells: readonly (readonly Line[])[], highest: number, style: TextStyle): readonly (readonly (readonly Line[])[])[] {
  const most = Math.max(1, Math.floor(highest / style.leading));
  const deepest = Math.max(...cells.map((lines) => lines.length));
  const count = Math.max(1, Math.ceil(deepest / most));
  const each = Math.ceil(deepest / count);
  return Array.from({ length: count }, (_, i) => cells.map((lines) => lines.slice(i * each, (i + 1) * each)));
}

/** "Table 9, continued" of "Table 9. For the DNS team." */
function continuedCaption(caption: readonly Inline[]): string {
  const number = /^Table \d+/.exec(plainText(caption))?.[0];
  return number === undefined ? "Continued" : `${number}, continued`;
}
