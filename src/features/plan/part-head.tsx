import type { ReactNode } from "react";
import styles from "./plan-part.module.css";

/** Title of a part with what it comes to, in one sentence with figures. */
export function PartHead({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <header>
      <h1 tabIndex={-1}>{title}</h1>
      <p className={styles.lead}>{children}</p>
    </header>
  );
}
