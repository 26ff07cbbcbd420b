import type { TeamId } from "../../engine/index.ts";
import type { TableBlock } from "../model.ts";
import { teamName, type Scope } from "../scope.ts";
import { nothing, plainText, text, type Inlines } from "../text/inlines.ts";

/** One table of the document, by the name the template calls it. */
export interface TableDefinition {
  readonly id: string;
  /** Beginnings of the rule ids whose rows it shows; tells the chapter what it still waits for. */
  readonly rules: readonly string[];
  /** Undefined when there is no row. */
  readonly build: (scope: Scope) => TableBlock | undefined;
}

export interface ColumnSpec<Row> {
  readonly title: string;
  /** Relative width; names and reasons get more. */
  readonly weight: number;
  readonly align?: "right";
  readonly cell: (row: Row) => Inlines;
  /** Stays when all rows agree: it identifies the row, or the receiving team types it in. */
  readonly keep?: boolean;
}

interface TableSpec<Row> {
  readonly id: string;
  /** Team that receives the table; without one it concerns all. */
  readonly team?: TeamId;
  /** Sentences for the caption, each with its full stop. */
  readonly caption?: Inlines;
  readonly columns: readonly ColumnSpec<Row>[];
  readonly rows: readonly Row[];
  /** Rows with a finding: tinted in print. */
  readonly marked?: (row: Row) => boolean;
  /** Looked up, not read from top to bottom: set small in print. */
  readonly small?: boolean;
}

/**
 * A table whose caption says which team it is for, where it is for one, and what all rows share; columns that hold the same in every row move there.
 * The caption's number comes later, when the order of all tables is known.
 */
export function tableOf<Row extends { readonly id: string }>(scope: Scope, spec: TableSpec<Row>): TableBlock | undefined {
  const { id, team, columns, rows, marked } = spec;
  if (rows.length === 0) return undefined;
  const filled = columns.map((column) => ({ column, cells: rows.map((row) => orNothing(column.cell(row))) }));
  const isShared = ({ column, cells }: (typeof filled)[number]) =>
    !column.keep && (cells.every((cell) => same(cell, nothing)) || (rows.length > 1 && cells.every((cell) => same(cell, cells[0] ?? nothing))));
  const kept = filled.filter((entry) => !isShared(entry));
  const shared = filled.filter(isShared).flatMap(({ column, cells: [cell = nothing] }) => (same(cell, nothing) ? [] : [sentence(column.title, cell)]));
  const sentences = [...(team ? [[text(`For the ${teamName(scope, team)}.`)]] : []), ...(spec.caption ? [spec.caption] : []), ...shared];
  return {
    type: "table",
    id,
    caption: sentences.flatMap((said, at) => (at === 0 ? said : [text(" "), ...said])),
    columns: kept.map(({ column: { title, weight, align } }) => ({ title, weight, align: align ?? "left" })),
    rows: rows.map((row, at) => ({ id: row.id, cells: kept.map(({ cells }) => cells[at] ?? nothing), marked: marked?.(row) ?? false })),
    wide: kept.length > 7,
    small: spec.small ?? false,
  };
}

const orNothing = (cell: Inlines): Inlines => (plainText(cell) === "" && !cell.some(({ type }) => type === "sign") ? nothing : cell);

const same = (a: Inlines, b: Inlines): boolean => JSON.stringify(a) === JSON.stringify(b);

/** "Time to live: 300 s." */
function sentence(title: string, cell: Inlines): Inlines {
  const stop = plainText(cell).endsWith(".") ? [] : [text(".")];
  return [text(`${title}: `), ...cell, ...stop];
}
