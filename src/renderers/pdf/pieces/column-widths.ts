import type { TableBlock } from "../../../document/index.ts";
import { fragmentsOf, type as scale } from "../text/fragments.ts";
import { extent } from "../text/lines.ts";
import { plain } from "../text/simple-text.ts";
import type { Typefaces } from "../text/typefaces.ts";

/** No single word may claim more of the table than this; it is cut after its signs instead. */
const MOST_FOR_A_WORD = 0.45;
/** Part of a table that longest words may take before they count as crowding it. */
const CROWDED = 0.8;
const MOST_WHERE_CROWDED = 0.3;
/** A name of so many times the usual length is an exception among the names of its column. */
const FAR_LONGER = 2;
/** Ordinary words are never cut: in points, about eighteen letters. */
const ORDINARY = 84;
/** A column gets more than this part only when no other needs it. */
const MOST_FOR_A_COLUMN = 0.6;
/** In so many steps the room is handed out. */
const STEPS = 80;
/** Rows that are looked at; the others are like them. */
const ROWS = 60;

interface Column {
  /** Width of the longest word, and of the longest cell on one line. */
  readonly least: number;
  readonly most: number;
  readonly weight: number;
  /** Width of each row's cell with all its lines one behind the other. */
  readonly cells: readonly number[];
}

/**
 * Widths of the columns of a table: where everything fits on one line it does; else each column gets its longest word,
 * and the rest goes, step by step, to the columns that make the table high. A very long word never starves the others.
 *
 * @param width Width of the table, gaps included.
 */
export function columnWidths(table: TableBlock, width: number, gap: number, typefaces: Typefaces): readonly number[] {
  const room = width - gap * (table.columns.length - 1);
  const whole = columnsOf(table, room, typefaces, "all");
  // Where the longest names leave no room for sentences, those that are longer than most may break.
  const columns = sum(whole, ({ least }) => least) > room * CROWDED ? columnsOf(table, room, typefaces, "most") : whole;
  const weights = sum(columns, ({ weight }) => weight);
  const spread = (widths: readonly number[], rest: number) => widths.map((own, i) => own + (rest * (columns[i]?.weight ?? 0)) / weights);
  const [least, most] = [sum(columns, (column) => column.least), sum(columns, (column) => column.most)];
  if (most <= room) return spread(columns.map((column) => column.most), room - most);
  if (least > room) return shrunk(columns, room, weights);
  return handedOut(columns, room - least);
}

/** Width that a table needs at least, gaps included. */
export function leastWidth(table: TableBlock, gap: number, typefaces: Typefaces): number {
  return sum(columnsOf(table, Infinity, typefaces, "all"), ({ least }) => least) + gap * (table.columns.length - 1);
}

function columnsOf({ columns, rows }: TableBlock, room: number, typefaces: Typefaces, kept: "all" | "most"): readonly Column[] {
  return columns.map(({ title, weight }, i) => {
    const head = extent(plain(title, scale.tableHead, typefaces), typefaces);
    const cells = rows.map((row) => extent(fragmentsOf(row.cells[i] ?? [], scale.table, typefaces), typefaces));
    const words = cells.map(({ word }) => word).sort((a, b) => a - b);
    const usual = words[Math.floor(words.length * 0.6)] ?? 0;
    // The first column identifies; its names stay whole, but for one that is far longer than the others.
    const whole = i === 0 ? (words.at(-1) ?? 0) <= usual * FAR_LONGER : kept === "all";
    const longest = whole ? words.at(-1) : Math.max(usual, ...words.filter((word) => word <= ORDINARY));
    const least = Math.min(Math.max(head.word, longest ?? 0), room * (whole ? MOST_FOR_A_WORD : MOST_WHERE_CROWDED));
    // A head may break; it should not make a column of figures wide.
    return { least, most: Math.max(least, ...cells.map(({ line }) => line)), weight, cells: cells.slice(0, ROWS).map(({ whole }) => whole) };
  });
}

/** Every step goes to the column with the most lines; the fourth power makes the highest cells count most. */
function handedOut(columns: readonly Column[], room: number): readonly number[] {
  const widths = columns.map(({ least }) => least);
  const whole = room + sum(columns, ({ least }) => least);
  const neediest = (limit: number): number => {
    let best = { column: -1, need: 0 };
    columns.forEach(({ cells, most }, column) => {
      const width = widths[column] ?? 0;
      if (width >= Math.min(most, limit)) return;
      const need = sum(cells, (line) => (line / width) ** 4) / width;
      if (need > best.need) best = { column, need };
    });
    return best.column;
  };
  for (let left = STEPS; left > 0; left -= 1) {
    // One column may pass its limit only when no other needs the room.
    const limited = neediest(whole * MOST_FOR_A_COLUMN);
    const column = limited < 0 ? neediest(Infinity) : limited;
    if (column < 0) break;
    widths[column] = (widths[column] ?? 0) + room / STEPS;
  }
  const rest = room - (sum(widths, (width) => width) - sum(columns, ({ least }) => least));
  const weights = sum(columns, ({ weight }) => weight);
  return widths.map((width, i) => width + (rest * (columns[i]?.weight ?? 0)) / weights);
}

/**
 * Even the longest words do not fit: columns below their fair share keep what they need, and so does the first one as
 * long as half of the table is left for the others; these share the rest.
 */
function shrunk(columns: readonly Column[], room: number, weights: number): readonly number[] {
  const isModest = ({ least, weight }: Column, i: number) => least <= (room * weight) / weights || (i === 0 && columns.length > 2 && least <= room * MOST_FOR_A_WORD);
  const modest = columns.map(isModest);
  const taken = sum(columns, ({ least }, i) => (modest[i] === true ? least : 0));
  const kept = columns.map((column, i) => (taken < room * CROWDED ? modest[i] === true : column.least <= (room * column.weight) / weights) ? column.least : undefined);
  const left = room - sum(kept, (width) => width ?? 0);
  const needy = sum(columns, ({ least }, i) => (kept[i] === undefined ? least : 0));
  return columns.map(({ least }, i) => kept[i] ?? (left * least) / needy);
}

const sum = <T>(list: readonly T[], of: (item: T, index: number) => number): number => list.reduce((total, item, i) => total + of(item, i), 0);
