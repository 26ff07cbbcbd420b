import type { Progress } from "../../plan-ui/answer-state.ts";
import { count } from "../../plan-ui/words.ts";
import styles from "./progress-bar.module.css";

/** How far the whole plan is: given solid, assumed dashed, open outlined. */
export function ProgressBar({ progress: { total, answered, assumed, open } }: { readonly progress: Progress }) {
  if (total === 0) return null;
  const share = (part: number) => (part / total) * 100;
  const given = share(answered - assumed);
  return (
    <div className={styles.progress}>
      <p className={styles.words}>
        <span>
          {answered} of {total} answered
        </span>
        {open > 0 && <span className={styles.open}>{open} open</span>}
      </p>
      <svg width="100%" height="6" aria-hidden="true" className={styles.bar}>
        <rect className={styles.blank} x="0" y="1" width="100%" height="4" />
        <rect className={styles.given} x="0" y="1" width={`${given}%`} height="4" />
        <rect className={styles.assumed} x={`${given}%`} y="1.5" width={`${share(assumed)}%`} height="3" />
        <rect className={styles.marked} x={`${given + share(assumed)}%`} y="1.5" width={`${share(open)}%`} height="3" />
      </svg>
      {assumed > 0 && <p className={styles.small}>{count(assumed, "default")} recorded as {assumed === 1 ? "an assumption" : "assumptions"}</p>}
    </div>
  );
}
