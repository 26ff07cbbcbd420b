import { useState } from "react";
import { addressPins } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { LongName, RichText } from "../../plan-ui/rich-text.tsx";
import { count } from "../../plan-ui/words.ts";
import { useAnnounce } from "../../ui/announcer.tsx";
import { Button } from "../../ui/button.tsx";
import { Sign } from "../../ui/signs.tsx";
import styles from "./export-dialog.module.css";

/**
 * Offers to keep what the plan has assigned, before it goes out to people who enter it: all in one step that can be undone.
 * Absent where the plan takes no address from a block.
 */
export function KeepAddresses() {
  const { answers, plan, readOnly, canUndo, applyFix, undo } = useSession();
  const announce = useAnnounce();
  /** How many were kept here, for as long as the dialog is open. */
  const [kept, setKept] = useState<number | undefined>(undefined);
  const pins = addressPins(answers, plan);
  const taken = plan.addresses.assignments.some(({ pool, address }) => pool !== undefined && address.kind === "known");
  if (!taken) return null;
  if (pins.length === 0) {
    return (
      <div className={styles.keep}>
        <p className={styles.kept}>
          <Sign name="ok" />
          <span>{kept === undefined ? "Every assigned address is kept: later answers move none of them." : `${count(kept, "assignment is", "assignments are")} kept: later answers move none of them.`}</span>
          {kept !== undefined && canUndo && (
            <Button
              kind="link"
              onClick={() => {
                undo();
                setKept(undefined);
              }}
            >
              Undo
            </Button>
          )}
        </p>
      </div>
    );
  }
  const keep = () => {
    applyFix({ title: `${count(pins.length, "address assignment")} kept`, set: pins.map(({ path, value }) => ({ path, value })) });
    setKept(pins.length);
    announce(`${count(pins.length, "assignment is", "assignments are")} kept.`);
  };
  return (
    <section className={styles.keep} aria-labelledby="keep-addresses">
      <h3 id="keep-addresses">Keep the assigned addresses</h3>
      <p>
        {count(pins.length, "assignment follows", "assignments follow")} from the answers and may move when answers change. Once other teams enter them, keep them: they become answers, and later ones move none of them while it is free in its block.
      </p>
      <details>
        <summary>Which {count(pins.length, "assignment")}</summary>
        <dl className={styles.pins}>
          {pins.map(({ path, title, address }) => (
            <div key={path}>
              <dt>
                <RichText text={title} />
              </dt>
              <dd>
                <code>
                  <LongName text={address} />
                </code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
      <Button disabled={readOnly} onClick={keep}>
        Keep {pins.length === 1 ? "this assignment" : `these ${pins.length} assignments`}
      </Button>
    </section>
  );
}
