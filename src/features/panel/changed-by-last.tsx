import { useMemo } from "react";
import { useSession } from "../../lib/session/index.ts";
import { changesBetween } from "../../plan-ui/changes.ts";
import { LongName, RichText } from "../../plan-ui/rich-text.tsx";
import { count } from "../../plan-ui/words.ts";
import { Button } from "../../ui/button.tsx";
import { classes } from "../../ui/classes.ts";
import { answerChange } from "./answer-change.ts";
import styles from "./what-follows.module.css";

/** Lines shown at once. */
const LINES = 6;

/** What the last answer changed, with the way back. */
export function ChangedByLast() {
  const { answers, plan, previous, canUndo, readOnly, undo } = useSession();
  const lines = useMemo(() => (previous ? changesBetween(previous.plan, plan) : []), [previous, plan]);
  if (!previous) return null;
  const change = answerChange(previous.answers, answers, plan.project.names);
  return (
    <section className={styles.part} aria-label="Changed by your last answer">
      <header className={styles.head}>
        <h3>Changed by your last answer</h3>
        {canUndo && (
          <Button kind="link" disabled={readOnly} onClick={undo}>
            Undo
          </Button>
        )}
      </header>
      <p className={styles.change}>
        {change ? (
          <>
            {change.title}: {change.before} → {change.after}
          </>
        ) : (
          previous.label
        )}
      </p>
      {lines.length === 0 ? (
        <p className={styles.change}>Nothing else changes.</p>
      ) : (
        <ul className={styles.lines}>
          {lines.slice(0, LINES).map(({ key, sign, text, code, tone }) => (
            <li key={key}>
              <span className={classes(styles.sign, styles[tone])}>{sign}</span>
              <span>
                <RichText text={text} />{" "}
                {code !== undefined && (
                  <code>
                    <LongName text={code} />
                  </code>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      {lines.length > LINES && <p className={styles.change}>and {count(lines.length - LINES, "more change")}</p>}
    </section>
  );
}
