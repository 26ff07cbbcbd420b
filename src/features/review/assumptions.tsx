import { useState } from "react";
import { sourceFor } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { questionHref } from "../../plan-ui/links.ts";
import { indexOf } from "../../plan-ui/plan-index.ts";
import { RichText } from "../../plan-ui/rich-text.tsx";
import { SourceText } from "../../plan-ui/source-text.tsx";
import { useConfirm } from "../../plan-ui/use-confirm.ts";
import { whoAndWhen } from "../../plan-ui/value-text.tsx";
import { Button } from "../../ui/button.tsx";
import { Sign } from "../../ui/signs.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import styles from "./review-page.module.css";

const FIRST = 6;

/** What stands in for answers: product defaults, each with Confirm, and what empty answers mean. */
export function Assumptions() {
  const { plan, planKey, readOnly } = useSession();
  const confirm = useConfirm();
  const [all, setAll] = useState(false);
  const { assumptions } = plan;
  const { openPoints } = indexOf(plan);
  return (
    <section aria-labelledby="review-assumptions" className={styles.block}>
      <header className={styles.part}>
        <h2 id="review-assumptions">Assumptions</h2>
        {!all && assumptions.length > FIRST && (
          <Button kind="link" onClick={() => setAll(true)}>
            All {assumptions.length}
          </Button>
        )}
      </header>
      {assumptions.length === 0 && <p className={styles.lead}>No product default stands in for an answer.</p>}
      <ul className={styles.lines}>
        {(all ? assumptions : assumptions.slice(0, FIRST)).map((assumption) => {
          const source = sourceFor(assumption.source, plan.project.release);
          return (
            <li key={assumption.path}>
              <Sign name="assumed" />
              <div>
                <a href={questionHref(planKey, assumption.path)}>{assumption.title}</a>
                <p>
                  <span className={styles.dashed}>
                    <RichText text={assumption.shown} />
                  </span>
                </p>
                <p className={styles.caption}>{assumption.sentence}</p>
                {openPoints.has(assumption.path) && <p className={styles.caption}>Asked of {whoAndWhen(plan, assumption.path)}</p>}
                {source && (
                  <p className={styles.caption}>
                    <SourceText source={source} />
                  </p>
                )}
              </div>
              {!assumption.empty && (
                <Button kind="link" disabled={readOnly} onClick={() => confirm(assumption)}>
                  Confirm <VisuallyHidden>{assumption.title}</VisuallyHidden>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
