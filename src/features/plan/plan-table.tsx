import { useState, type ReactNode } from "react";
import { continued, withoutBackticks, type Derived } from "../../engine/index.ts";
import { CopyButton } from "../../plan-ui/copy-button.tsx";
import { RichText } from "../../plan-ui/rich-text.tsx";
import { WhyButton } from "../../plan-ui/why-button.tsx";
import { count, figure } from "../../plan-ui/words.ts";
import { Button } from "../../ui/button.tsx";
import { Table } from "../../ui/table.tsx";
import { TextField } from "../../ui/text-field.tsx";
import styles from "./plan-part.module.css";
import { tableText } from "./table-text.ts";
import { useItem } from "./item-context.ts";

/** A column: what stands on the screen, and the same as text for copying. */
export interface PlanColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell?: (row: Row) => ReactNode;
  readonly text: (row: Row) => string;
  readonly align?: "left" | "right";
  /** Reads as the name of the row; the first column unless another says so. */
  readonly rowHead?: boolean;
}

interface PlanTableProps<Row extends Derived> {
  readonly title: string;
  /** What all rows share, or what the table is for. */
  readonly note?: ReactNode;
  readonly columns: readonly PlanColumn<Row>[];
  readonly rows: readonly Row[];
  /** Name of a row for its reason; the first column unless said otherwise. */
  readonly name?: (row: Row) => string;
  /** Value of a row for its reason. */
  readonly value?: (row: Row) => string | undefined;
}

/** Rows drawn at once; the copy holds all. */
const ROWS = 100;
/** More rows than these get a field to find some by any of their words. */
const SEARCH_FROM = 40;

/** A table of derived rows: copyable, each row with its reason. Absent when it has no row. */
export function PlanTable<Row extends Derived>({ title, note, columns, rows, name, value }: PlanTableProps<Row>) {
  const item = useItem();
  const [search, setSearch] = useState("");
  const [pages, setPages] = useState(1);
  const [first] = columns;
  if (rows.length === 0 || !first) return null;
  const nameOf = name ?? first.text;
  const words = search.trim().toLowerCase();
  const found = words === "" ? rows : rows.filter((row) => columns.some(({ text }) => withoutBackticks(text(row)).toLowerCase().includes(words)));
  const named = found.findIndex(({ id }) => id === item);
  const shown = found.slice(0, Math.max(pages * ROWS, named + 1));
  return (
    <section className={styles.block} aria-label={title}>
      <header className={styles.head}>
        <h2>
          {title} <span className={styles.count}>{figure(rows.length)}</span>
        </h2>
        <CopyButton text={tableText(columns, rows)} what={`${count(rows.length, "row")} of ${title}`} label="Copy table" />
      </header>
      {rows.length > SEARCH_FROM && (
        <div className={styles.search}>
          <TextField small label={`Find in ${continued(title)}`} type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </div>
      )}
      {found.length === 0 && <p className={styles.note}>No row holds these words.</p>}
      <div className={styles.table} hidden={found.length === 0}>
        <Table
          caption={note ?? title}
          captionHidden={note === undefined}
          columns={[
            ...columns.map(({ key, title: head, cell, text, align, rowHead }) => ({ key, title: head, cell: cell ?? ((row: Row) => <RichText text={text(row)} />), ...(align ? { align } : {}), ...(rowHead ? { rowHead } : {}) })),
            { key: "explain", title: "", cell: (row: Row) => <WhyButton of={row} title={nameOf(row)} value={value?.(row)} />, align: "right" as const },
          ]}
          rows={shown}
          rowKey={({ id }) => id}
          mark={({ id }) => (id === item ? "changed" : undefined)}
        />
        {found.length > shown.length && (
          <p className={styles.more}>
            <Button size="small" onClick={() => setPages(pages + 1)}>
              {moreLabel(found.length - shown.length)}
            </Button>
          </p>
        )}
      </div>
    </section>
  );
}

/** What the button below a long table brings. */
const moreLabel = (left: number): string => (left > ROWS ? `Show ${figure(ROWS)} more of ${figure(left)}` : `Show the last ${figure(left)}`);
