import type { ReactNode } from "react";
import styles from "./diagram.module.css";

const LINES = [
  ["given", undefined, styles.strokeMuted],
  ["assigned later by somebody else", "4 3", styles.strokeAccent],
  ["still open", "1 2.5", styles.strokeOpen],
] as const;

/** How certain a box is, told by its outline; what may be done with the drawing stands at its end. */
export function Legend({ children }: { readonly children: ReactNode }) {
  return (
    <section aria-label="Reading the lines" className={styles.below}>
      <ul className={styles.legend}>
        {LINES.map(([words, dashes, stroke]) => (
          <li key={words}>
            <svg width="36" height="18" aria-hidden="true" className={stroke}>
              <rect x="1" y="1" width="34" height="16" rx="3" strokeWidth="1.3" strokeDasharray={dashes} className={styles.fillSurface} />
            </svg>
            {words}
          </li>
        ))}
        <li>
          <svg width="36" height="18" aria-hidden="true">
            <rect x="1" y="1" width="34" height="16" rx="3" className={styles.fillAccent} />
          </svg>
          virtual address
        </li>
      </ul>
      {children}
    </section>
  );
}
