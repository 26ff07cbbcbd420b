import styles from "./mark.module.css";

/** The mark: the outline of a ground plan. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 22 22" width="22" height="22" aria-hidden="true" focusable="false">
      <path d="M2 2h18v18h-8.5M2 2v18h5M2 11h8.5V7.5M11.5 20v-6.5h3" />
      <rect x="13.5" y="6.5" width="2.5" height="2.5" />
    </svg>
  );
}
