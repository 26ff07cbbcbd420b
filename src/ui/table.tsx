import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import styles from "./table.module.css";

export interface TableColumn<Row> {
  readonly key: string;
  /** Empty for a column of buttons whose names say it. */
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: "left" | "right";
  /** Reads as the name of the row; the first column unless another says so. */
  readonly rowHead?: boolean;
}

interface TableProps<Row> {
  /** What the rows share, above the table; hidden where a heading says the same. */
  readonly caption: ReactNode;
  readonly captionHidden?: boolean;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** An edge at the row's start, for rows that changed or carry a finding. */
  readonly mark?: (row: Row) => "changed" | "finding" | undefined;
  readonly dense?: boolean;
}

/** From this number of columns on, a table is set tighter where it has little room. */
const MANY = 8;

/** A table; where it has no room, each row becomes a block of labels and values. */
export function Table<Row>({ caption, captionHidden = false, columns, rows, rowKey, mark, dense = false }: TableProps<Row>) {
  const headKey = (columns.find((column) => column.rowHead) ?? columns[0])?.key;
  return (
    <div className={styles.box}>
      <table className={classes(styles.table, dense && styles.dense, columns.length >= MANY && styles.many)}>
        <caption className={classes(captionHidden && styles.captionHidden)}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, align }) =>
              title === "" ? (
                <td key={key} />
              ) : (
                <th key={key} scope="col" className={classes(align === "right" && styles.right)}>
                  {title}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const marked = mark?.(row);
            return (
              <tr key={rowKey(row)} id={rowKey(row)} className={classes(marked && styles[marked])}>
                {columns.map(({ key, title, cell, align }) =>
                  key === headKey ? (
                    <th key={key} scope="row" className={classes(align === "right" && styles.right)}>
                      {cell(row)}
                    </th>
                  ) : (
                    <td key={key} data-label={title} className={classes(align === "right" && styles.right)}>
                      {/* One box, so that on phones a sentence stays together beside its label. */}
                      <div>{cell(row)}</div>
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
