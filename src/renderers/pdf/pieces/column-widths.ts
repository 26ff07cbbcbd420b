import type { TableBlock } from "../../../document/index.ts";
import { fragmentsOf, type as scale } from "../text/fragments.ts";
import { extent } from "../text/lines.ts";
import { plain } from "../text/simple-text.ts";
import type { Typefaces } from "../text/typefaces.ts";

/** No single word may claim more of the table than this. */
const MOST_FOR_A_WORD = 0.44;

/**
 * Widths of the columns of a table: where everything fits on one line it does; else each column gets its longest word,
 * and the rest goes to those that have more to say, by the weights of the table. A very long word never starves the others.
 *
 * @param width Width of the table, gaps included.
 */
export function columnWidths({ columns, rows }: TableBlock, width: number, gap: number, typefaces: Typefaces): readonly number[] {
  const room = width - gap * (columns.length - 1);
  const wanted = columns.map(({ title, weight }, i) => {
    const extents = [extent(plain(title, scale.tableHead, typefaces), typefaces), ...rows.map(({ cells }) => extent(fragmentsOf(cells[i] ?? [], scale.table, typefaces), typefaces))];
    const least = Math.min(Math.max(...extents.map(({ word }) => word)), room * MOST_FOR_A_WORD);
    return { least, most: Math.max(least, ...extents.map(({ line }) => line)), weight };
  });
  const sum = (of: (column: (typeof wanted)[number]) => number) => wanted.reduce((total, column) => total + of(column), 0);
  const [least, most, weights] = [sum((column) => column.least), sum((column) => column.most), sum((column) => column.weight)];
  if (most <= room) return wanted.map((column) => column.most + ((room - most) * column.weight) / weights);
  if (least > room) return shrunk(wanted, room, weights);
  // What each column lacks for its longest line, but no more than a few times its weight's share.
  const lacks = wanted.map(({ least: own, most: line, weight }) => Math.min(line - own, (4 * room * weight) / weights));
  const lacking = lacks.reduce((total, lack) => total + lack, 0);
  const weighted = wanted.map(({ weight }, i) => (lacks[i] ?? 0) * Math.sqrt(weight));
  const weightedSum = weighted.reduce((total, value) => total + value, 0);
  if (lacking === 0 || weightedSum === 0) return wanted.map((column) => column.least + ((room - least) * column.weight) / weights);
  return filled(wanted.map((column) => column.least), lacks, weighted, room - least);
}

/** Hands out room by weight; nobody gets more than they lack, what is left goes round again. */
function filled(least: readonly number[], lacks: readonly number[], weights: readonly number[], room: number): readonly number[] {
  const given = lacks.map(() => 0);
  let left = room;
  for (let round = 0; round < lacks.length && left > 0.01; round += 1) {
    const hungry = lacks.map((lack, i) => lack - (given[i] ?? 0) > 0.01);
    const total = weights.reduce((sum, weight, i) => sum + (hungry[i] ? weight : 0), 0);
    if (total === 0) break;
    const share = left;
    weights.forEach((weight, i) => {
      if (!hungry[i]) return;
      const gain = Math.min((share * weight) / total, (lacks[i] ?? 0) - (given[i] ?? 0));
      given[i] = (given[i] ?? 0) + gain;
      left -= gain;
    });
  }
  const rest = left / least.length;
  return least.map((own, i) => own + (given[i] ?? 0) + rest);
}

/** Even the longest words do not fit: columns below their fair share keep what they need, the others share the rest. */
function shrunk(wanted: readonly { readonly least: number; readonly weight: number }[], room: number, weights: number): readonly number[] {
  const fair = wanted.map(({ weight }) => (room * weight) / weights);
  const kept = wanted.map(({ least }, i) => (least <= (fair[i] ?? 0) ? least : undefined));
  const left = room - kept.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const needy = wanted.reduce((sum, { least }, i) => sum + (kept[i] === undefined ? least : 0), 0);
  return wanted.map(({ least }, i) => kept[i] ?? (left * least) / needy);
}
