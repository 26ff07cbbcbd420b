import type { ReactNode } from "react";
import { classes } from "../ui/classes.ts";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import styles from "./rail-link.module.css";

/** A group of links in the rail. */
export function RailList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav className={styles.list} aria-label={label}>
      <ul className={styles.items}>{children}</ul>
    </nav>
  );
}

interface RailLinkProps {
  readonly href: string;
  readonly current?: "page" | "true" | undefined;
  readonly sign?: ReactNode;
  /** A count at the right; `said` is read out in its place. */
  readonly figure?: { readonly shown: string; readonly said: string } | undefined;
  /** A section below its chapter. */
  readonly inner?: boolean;
  readonly children: ReactNode;
}

/** One link of the rail: sign, title, figure. */
export function RailLink({ href, current, sign, figure, inner = false, children }: RailLinkProps) {
  return (
    <li>
      <a href={href} aria-current={current} className={classes(styles.link, inner && styles.inner, current && (inner ? styles.innerCurrent : styles.current))}>
        {sign && <span className={styles.sign}>{sign}</span>}
        <span className={styles.title}>{children}</span>
        {figure && (
          <>
            <span className={styles.figure} aria-hidden="true">
              {figure.shown}
            </span>
            <VisuallyHidden>, {figure.said}</VisuallyHidden>
          </>
        )}
      </a>
    </li>
  );
}
