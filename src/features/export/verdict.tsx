import type { Plan } from "../../engine/index.ts";
import { Sign } from "../../ui/signs.tsx";
import styles from "./export-dialog.module.css";
import { verdictOf } from "./verdict-text.ts";

/** What goes out with every file, before anything is pressed. */
export function Verdict({ plan, drafts }: { readonly plan: Plan; readonly drafts: number }) {
  const { sign, sentences } = verdictOf(plan, drafts);
  return (
    <p className={styles.verdict}>
      <Sign name={sign} />
      <span>{sentences.join(" ")}</span>
    </p>
  );
}
