import type { Topology } from "../../engine/index.ts";
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
      {topology.connections.map(({ id, number, title, detail }) => (
        <li key={id}>
          <button type="button" className={styles.entry} aria-pressed={selected === id} onClick={() => onSelect(selected === id ? undefined : id)}>
            <span className={styles.circle}>{number}</span>
            <span>
              <strong>{title}</strong>
              <span className={styles.detail}>{dashed(detail)}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
