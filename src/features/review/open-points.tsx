import { meanwhileText, type OpenPoint } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { openPointHref } from "../../plan-ui/links.ts";
import { RichText } from "../../plan-ui/rich-text.tsx";
import { ownerName } from "../../plan-ui/value-text.tsx";
import { count, day } from "../../plan-ui/words.ts";
import { Sign } from "../../ui/signs.tsx";
import styles from "./review-page.module.css";

/** Open answers by who will know them. */
export function OpenPoints() {
  const { plan, planKey } = useSession();
  const byOwner = new Map<string, OpenPoint[]>();
  for (const point of plan.openPoints) {
    const owner = ownerName(point.owner ?? point.team);
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), point]);
  }
  return (
    <section aria-labelledby="review-open" className={styles.block}>
      <h2 id="review-open">Open points</h2>
      {plan.openPoints.length === 0 && <p className={styles.lead}>Nothing in the plan waits for an answer.</p>}
      {[...byOwner].map(([owner, points]) => (
        <div key={owner}>
          <h3 className={styles.owner}>{owner}</h3>
          <ul className={styles.lines}>
            {points.map(({ path, title, due, waiting, meanwhile }) => (
              <li key={path}>
                <Sign name="open" />
                <div>
                  <a href={openPointHref(planKey, path, meanwhile)}>{title}</a>
                  {meanwhile ? (
                    <p className={styles.waits}>
                      <RichText text={`${meanwhileText(meanwhile)}.`} />
                    </p>
                  ) : (
                    <details className={styles.waits}>
                      <summary>{count(waiting.length, "value waits", "values wait")} for it</summary>
                      <ul>
                        {waiting.map((each) => (
                          <li key={each}>{each}</li>
                        ))}
                      </ul>
                    </details>
                  )}
                </div>
                <span className={due === undefined ? styles.noDate : styles.date}>{due === undefined ? "no date" : day(due)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
