import { useState } from "react";
import { Dialog } from "../ui/dialog.tsx";
import styles from "./keys-dialog.module.css";
import { questionMarkIsOn, switchQuestionMark } from "./question-mark.ts";

const KEYS: readonly { readonly where: string; readonly keys: readonly (readonly [readonly string[], string])[] }[] = [
  {
    where: "Everywhere",
    keys: [
      [["Ctrl", "Z"], "Undo"],
      [["Ctrl", "Shift", "Z"], "Redo"],
      [["Ctrl", "S"], "Save the plan file"],
      [["?"], "Show these keys"],
    ],
  },
  {
    where: "In a question",
    keys: [
      [["Alt", "N"], "Not known yet, and back"],
      [["Ctrl", "Enter"], "Next question without an answer"],
    ],
  },
  {
    where: "On a finding",
    keys: [
      [["J"], "Next finding"],
      [["K"], "Finding before"],
      [["Enter"], "Open its question"],
      [["F"], "Apply its first fix"],
    ],
  },
];

/** Every key that does something of its own; all of it can be reached without them. */
export function KeysDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const [on, setOn] = useState(questionMarkIsOn);
  return (
    <Dialog open={open} onClose={onClose} title="Keys">
      {KEYS.map(({ where, keys }) => (
        <section key={where} className={styles.part}>
          <h3>{where}</h3>
          <dl>
            {keys.map(([names, what]) => (
              <div key={what} className={styles.row}>
                <dt>{what}</dt>
                <dd>
                  {names.map((name) => (
                    <kbd key={name} className={styles.key}>
                      {name}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setOn(event.target.checked);
            switchQuestionMark(event.target.checked);
          }}
        />
        The key <kbd className={styles.key}>?</kbd> opens this list
      </label>
    </Dialog>
  );
}
