import { Sign } from "../ui/signs.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import type { Worst } from "./answer-state.ts";
import styles from "./worst-sign.module.css";

const WORDS: Readonly<Record<Worst, string>> = {
  blocker: "has a blocker",
  open: "has open answers",
  warning: "has a warning",
  assumed: "counts on defaults",
  given: "answered",
  none: "not begun",
};

/** The worst state of a chapter or subject as a sign, with its word for people who listen. */
export function WorstSign({ worst }: { readonly worst: Worst }) {
  return (
    <>
      {worst === "none" ? (
        <svg className={styles.none} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
          <circle cx="8" cy="8" r="5.25" />
        </svg>
      ) : (
        <Sign name={worst} />
      )}
      <VisuallyHidden>{WORDS[worst]}: </VisuallyHidden>
    </>
  );
}
