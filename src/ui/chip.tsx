import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import styles from "./chip.module.css";
import { Sign, type SignName } from "./signs.tsx";

export type ChipTone = "plain" | "accent" | "open" | "blocker" | "warning" | "advice" | "ok";

/** A few words with a state; the sign carries it where colour does not. */
export function Chip({ tone = "plain", sign, children }: { readonly tone?: ChipTone; readonly sign?: SignName; readonly children: ReactNode }) {
  return (
    <span className={classes(styles.chip, styles[tone])}>
      {sign && <Sign name={sign} plain />}
      {children}
    </span>
  );
}
