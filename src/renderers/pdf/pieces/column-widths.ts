import type { TableBlock } from "../../../document/index.ts";
import { fragmentsOf, type as scale, type TextStyle } from "../text/fragments.ts";
import { extent, solidWidth, widthOf, wordsOf } from "../text/lines.ts";
import { plain } from "../text/simple-text.ts";
import type { Typefaces } from "../text/typefaces.ts";

/** The table's room is handed out in so many parts. */
const PARTS = 96;
/** Rows that are weighed at most, spread evenly over the table; the others are like them. */
const ROWS = 60;
/** Ordinary words are never cut where that can be helped: in points, about eighteen letters. */
const ORDINARY = 84;
/** What a cut costs, in lines: of an ordinary word, within a name, of a name that identifies its row, of another name. */
const CUT = { ordinary: 8, torn: 3, identity: 5, name: 0.8 } as const;
/** A name that identifies its row stays whole up to this part of the table; a longer one breaks after its signs. */
const MOST_FOR_A_NAME = 0.45;
/** A column passes this part of the table only where no other has to break its lines for it. */
const MOST_FOR_A_COLUMN = 0.6;
/** What a line costs that does not make its row higher: enough to choose between equal heights. */
const SLACK = 0.02;

/** A word with the space in front of it, and its longest stretch without a sign to break after. */
interface Measured {
  readonly space: number;
  readonly width: number;
  readonly solid: number;
}

/** The text of one cell: lines of words. */
type Cell = readonly (readonly Measured[])[];

interface Column {
  readonly cells: readonly Cell[];
  readonly head: Cell;
  readonly weight: number;
  /** Width of the longest cell on one line. */
  readonly most: number;
}

/** How a column looks at one width. */
interface Fit {
  /** Lines of each row's cell. */
  readonly lines: readonly number[];
  readonly headLines: number;
  /** Price of all words cut, in lines. */
  readonly cuts: number;
  readonly breaks: boolean;
}

/**
 * Widths of the columns of a table: where everything fits on one line it does; else those that make the table lowest,
 * found by moving room from column to column as long as that helps. Cut words cost more than the lines they save, so names
 * stay whole unless they starve the sentences beside them.
 *
 * @param width Width of the table, gaps included.
 */
export function columnWidths(table: TableBlock, width: number, gap: number, typefaces: Typefaces): readonly number[] {
  const room = width - gap * (table.columns.length - 1);
  const columns = columnsOf(table, typefaces);
  const weights = sum(columns, ({ weight }) => weight);
  const most = sum(columns, (column) => column.most);
  if (most <= room) return columns.map((column) => column.most + ((room - most) * column.weight) / weights);
  return lowest(columns, room).map((parts) => (parts * room) / PARTS);
}

/** How the cells of a table are set. */
export const tableStyle = ({ small }: TableBlock): TextStyle => (small ? scale.tableSmall : scale.table);

/** Width that a table needs at least, gaps included. */
export function leastWidth(table: TableBlock, gap: number, typefaces: Typefaces): number {
  const { columns, rows } = table;
  const words = columns.map(({ title }, i) =>
    Math.max(
      extent(plain(title, scale.tableHead, typefaces), typefaces).word,
      ...rows.map((row) => extent(fragmentsOf(row.cells[i] ?? [], tableStyle(table), typefaces), typefaces).word),
    ),
  );
  return sum(words, (word) => word) + gap * (columns.length - 1);
}

function columnsOf(table: TableBlock, typefaces: Typefaces): readonly Column[] {
  const { columns, rows } = table;
  const step = Math.max(1, rows.length / ROWS);
  const isWeighed = (i: number): boolean => Math.floor(i / step) !== Math.floor((i - 1) / step);
  return columns.map(({ title, weight }, i) => {
    const head = plain(title, scale.tableHead, typefaces);
    const texts = rows.map((row) => fragmentsOf(row.cells[i] ?? [], tableStyle(table), typefaces));
    return {
      cells: texts.filter((_text, row) => isWeighed(row)).map((text) => cellOf(text, typefaces)),
      head: cellOf(head, typefaces),
      weight,
      // A head may break; it should not make a column of figures wide.
      most: Math.max(extent(head, typefaces).word, ...texts.map((text) => extent(text, typefaces).line)),
    };
  });
}

function cellOf(fragments: Parameters<typeof wordsOf>[0], typefaces: Typefaces): Cell {
  const lines: Measured[][] = [[]];
  for (const word of wordsOf(fragments, typefaces)) {
    if (word.breakBefore) lines.push([]);
    lines.at(-1)?.push({ space: word.space?.width ?? 0, width: widthOf(word.parts), solid: solidWidth(word, typefaces) });
  }
  return lines;
}

/** Parts of the room for each column, `PARTS` in all: from the fair share on, the move that lowers the table most. */
function lowest(columns: readonly Column[], room: number): readonly number[] {
  const fits = columns.map((): (Fit | undefined)[] => []);
  const fitOf = (column: number, parts: number): Fit => {
    const known = fits[column]?.[parts];
    if (known) return known;
    const fit = fitted(columns[column], (parts * room) / PARTS, room, column === 0);
    const own = fits[column];
    if (own) own[parts] = fit;
    return fit;
  };
  const cost = (shares: readonly number[]): number => {
    const all = shares.map((parts, column) => fitOf(column, parts));
    let lines = Math.max(...all.map(({ headLines }) => headLines));
    for (let row = 0; row < (all[0]?.lines.length ?? 0); row += 1) {
      let highest = 0;
      for (const fit of all) {
        const own = fit.lines[row] ?? 1;
        if (own > highest) highest = own;
        lines += own * SLACK;
      }
      lines += highest;
    }
    const greedy = shares.reduce((extra, parts, i) => extra + (all.some(({ breaks }, other) => other !== i && breaks) ? Math.max(0, parts / PARTS - MOST_FOR_A_COLUMN) : 0), 0);
    return lines * (1 + greedy * columns.length) + sum(all, ({ cuts }) => cuts);
  };
  let shares = fairShares(columns);
  let price = cost(shares);
  for (let size = PARTS / 4; size >= 1; ) {
    let better: { readonly shares: readonly number[]; readonly price: number } | undefined;
    for (let from = 0; from < columns.length; from += 1) {
      if ((shares[from] ?? 0) <= size) continue;
      for (let to = 0; to < columns.length; to += 1) {
        if (to === from) continue;
        const moved = shares.map((parts, i) => (i === from ? parts - size : i === to ? parts + size : parts));
        const priceThen = cost(moved);
        if (priceThen < (better?.price ?? price) - 1e-9) better = { shares: moved, price: priceThen };
      }
    }
    if (better) ({ shares, price } = better);
    else size = Math.floor(size / 2);
  }
  return shares;
}

/** Whole parts for each column by its weight; at least one. */
function fairShares(columns: readonly Column[]): readonly number[] {
  const weights = sum(columns, ({ weight }) => weight);
  const shares = columns.map(({ weight }) => Math.max(1, Math.floor((PARTS * weight) / weights)));
  const left = PARTS - sum(shares, (parts) => parts);
  return shares.map((parts, i) => (i === shares.length - 1 ? parts + left : parts));
}

function fitted(column: Column | undefined, width: number, room: number, identity: boolean): Fit {
  let cuts = 0;
  const priceOfCut = (word: number, solid: number): number => {
    if (solid > width + 0.01) return solid <= ORDINARY ? CUT.ordinary : CUT.torn;
    return identity && word <= room * MOST_FOR_A_NAME ? CUT.identity : CUT.name;
  };
  const count = (cell: Cell): number => {
    let lines = 0;
    for (const words of cell) {
      lines += 1;
      let used = 0;
      for (const { space, width: word, solid } of words) {
        const before = used > 0 ? space : 0;
        if (used + before + word <= width + 0.01) used += before + word;
        else {
          if (used > 0) lines += 1;
          const more = Math.ceil(word / width - 1e-6) - 1;
          if (more > 0) cuts += priceOfCut(word, solid);
          lines += Math.max(0, more);
          used = more > 0 ? word % width : word;
        }
      }
    }
    return lines;
  };
  const headLines = count(column?.head ?? []);
  // The head is read with every row.
  cuts *= column?.cells.length ?? 1;
  const lines = (column?.cells ?? []).map(count);
  return { lines, headLines, cuts, breaks: lines.some((own, row) => own > (column?.cells[row]?.length ?? 1)) };
}

const sum = <T>(list: readonly T[], of: (item: T, index: number) => number): number => list.reduce((total, item, i) => total + of(item, i), 0);
