import { withoutBackticks } from "../../engine/index.ts";

/** A table as text with tabs between cells, as spreadsheets take it. Tabs and line breaks inside a cell become blanks. */
export function tableText<Row>(columns: readonly { readonly title: string; readonly text: (row: Row) => string }[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => cells.map(cellText).join("\t");
  return [line(columns.map(({ title }) => title)), ...rows.map((row) => line(columns.map(({ text }) => withoutBackticks(text(row)))))].join("\n");
}

/** A leading `=`, `+`, `-` or `@` would be run as a formula; an apostrophe keeps it text. */
function cellText(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, " ");
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
}
