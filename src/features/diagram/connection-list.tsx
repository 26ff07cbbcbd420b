import { rowNumber, type Topology } from "../../engine/index.ts";
import { dashed } from "../../plan-ui/words.ts";
import styles from "./diagram.module.css";

interface ConnectionListProps {
  readonly topology: Topology;
  readonly selected: string | undefined;
  readonly onSelect: (id: string | undefined) => void;
}

/** The numbered lines in words: the same as the drawing for people who do not see it. */
export function ConnectionList({ topology, selected, onSelect }: ConnectionListProps) {
  return (
    <ol className={styles.list}>
      {topology.connections.map(({ id, number, title, detail, parts }) => (
        <li key={id}>
          <button type="button" className={styles.entry} aria-pressed={selected === id} onClick={() => onSelect(selected === id ? undefined : id)}>
            <span className={styles.circle}>{number}</span>
            <span>
              <strong>{title}</strong>
              {parts ? (
                parts.map((row) => (
                  <span key={row.part} className={styles.detail}>{`${rowNumber({ connection: number, part: row.part })} ${row.source} to ${row.destination}: ${dashed(row.detail)}`}</span>
                ))
              ) : (
                <span className={styles.detail}>{dashed(detail)}</span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
