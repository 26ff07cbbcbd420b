import { useState } from "react";
import { groupAssumptions, sourceFor } from "../../engine/index.ts";
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
  const { openPoints } = indexOf(plan);
  const asked = (path: string): string => (openPoints.has(path) ? whoAndWhen(plan, path) : "");
  const groups = groupAssumptions(plan.assumptions, plan.project.names, ({ path }) => asked(path));
  return (
    <section aria-labelledby="review-assumptions" className={styles.block}>
      <header className={styles.part}>
        <h2 id="review-assumptions">Assumptions</h2>
        {!all && groups.length > FIRST && (
          <Button kind="link" onClick={() => setAll(true)}>
            All {plan.assumptions.length}{groups.length < plan.assumptions.length ? `, in ${groups.length} lines` : ""}
          </Button>
        )}
      </header>
      {groups.length === 0 && <p className={styles.lead}>No product default stands in for an answer.</p>}
      <ul className={styles.lines}>
        {(all ? groups : groups.slice(0, FIRST)).map((group) => {
          const { title, shown, first: assumption } = group;
          const source = sourceFor(assumption.source, plan.project.release);
          return (
            <li key={assumption.path}>
              <Sign name="assumed" />
              <div>
                <a href={questionHref(planKey, assumption.path)}>{title}</a>
                <p>
                  <span className={styles.dashed}>
                    <RichText text={shown} />
                  </span>
                </p>
                <p className={styles.caption}>{assumption.sentence}</p>
                {openPoints.has(assumption.path) && <p className={styles.caption}>Asked of {asked(assumption.path)}</p>}
                {source && (
                  <p className={styles.caption}>
                    <SourceText source={source} />
                  </p>
                )}
              </div>
              {!assumption.empty && (
                <Button kind="link" disabled={readOnly} onClick={() => confirm(group.title, group.all)}>
                  Confirm <VisuallyHidden>{title}</VisuallyHidden>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
