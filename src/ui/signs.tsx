import type { ReactNode } from "react";
import styles from "./signs.module.css";
import { classes } from "./classes.ts";

export type SignName = "given" | "assumed" | "open" | "blocker" | "warning" | "advice" | "ok" | "why" | "source";

/*
 * Drawn in 16 by 16 with 1.5 strokes, so that state is told by shape before colour. Each drawing is its own; words stand
 * beside it, so it is always hidden from assistive technology.
 */
const DRAWINGS: Readonly<Record<SignName, ReactNode>> = {
  given: <circle cx="8" cy="8" r="3.25" className={styles.filled} />,
  assumed: <circle cx="8" cy="8" r="5.25" strokeDasharray="2.6 1.52" />,
  open: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M6.3 6.4a1.75 1.75 0 1 1 2.5 1.6c-.55.28-.8.6-.8 1.2" />
      <circle cx="8" cy="11.2" r=".85" className={styles.filled} />
    </>
  ),
  blocker: (
    <>
      <path d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z" className={styles.filled} />
      <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" className={styles.cut} />
    </>
  ),
  warning: (
    <>
      <path d="M8 2 14.5 13.5h-13z" strokeLinejoin="round" />
      <path d="M8 6.3v3.2" />
      <circle cx="8" cy="11.5" r=".85" className={styles.filled} />
    </>
  ),
  advice: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 7.4v4" />
      <circle cx="8" cy="4.9" r=".85" className={styles.filled} />
    </>
  ),
  ok: <path d="m2.8 8.6 3.4 3.4 7-7.6" />,
  why: (
    <>
      <circle cx="3" cy="8" r="1.6" />
      <circle cx="13" cy="3.4" r="1.6" />
      <circle cx="13" cy="12.6" r="1.6" />
      <path d="M4.6 8h2.2c2 0 1.8-4.6 4.6-4.6M6.8 8c2 0 1.8 4.6 4.6 4.6" />
    </>
  ),
  source: <path d="M8 4v9.5M8 4C6.8 3 4.8 2.8 2 2.8v9.5c2.8 0 4.8.2 6 1.2 1.2-1 3.2-1.2 6-1.2V2.8c-2.8 0-4.8.2-6 1.2z" strokeLinejoin="round" />,
};

/** A sign of state, in the colour of that state. Decorative: the words stand beside it. */
export function Sign({ name, plain = false }: { readonly name: SignName; readonly plain?: boolean }) {
  return (
    <svg className={classes(styles.sign, !plain && styles[name])} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  );
}
