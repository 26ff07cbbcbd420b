import type { ReactNode } from "react";
import styles from "./what-follows.module.css";

interface InShortProps<Row> {
  readonly title: string;
  /** Rows about the chapter, nearest first. */
  readonly rows: readonly Row[];
  readonly atMost: number;
  readonly row: (row: Row) => ReactNode;
  readonly rowKey: (row: Row) => string;
  /** Link to all of the plan, with their number: "All 14 findings". */
  readonly all: ReactNode;
  readonly className: string | undefined;
}

/** The first few rows about a chapter, with the way to those of the whole plan; the way alone where the chapter has none. */
export function InShort<Row>({ title, rows, atMost, row, rowKey, all, className }: InShortProps<Row>) {
  return (
    <section className={styles.part} aria-label={title}>
      <header className={styles.head}>
        <h3>{title}</h3>
        {all}
      </header>
      {rows.length > 0 && (
        <ul className={className}>
          {rows.slice(0, atMost).map((each) => (
            <li key={rowKey(each)}>{row(each)}</li>
          ))}
        </ul>
      )}
      {rows.length > atMost && <p className={styles.change}>and {rows.length - atMost} more here</p>}
      {rows.length === 0 && <p className={styles.change}>None in this chapter.</p>}
    </section>
  );
}
