import type { ChapterId } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { isIn } from "../../plan-ui/answer-state.ts";
import { questionHref } from "../../plan-ui/links.ts";
import { whoAndWhen } from "../../plan-ui/value-text.tsx";
import { count } from "../../plan-ui/words.ts";
import { Sign } from "../../ui/signs.tsx";
import styles from "./what-follows.module.css";

const AT_MOST = 8;

/** Missing answers of the chapter that something waits for. */
export function OpenHere({ chapters }: { readonly chapters: readonly ChapterId[] }) {
  const { plan, planKey } = useSession();
  const points = plan.openPoints.filter(({ path }) => isIn(path, chapters));
  if (points.length === 0) return null;
  return (
    <section className={styles.part} aria-label="Open in this chapter">
      <h3>Open in this chapter</h3>
      <ul className={styles.open}>
        {points.slice(0, AT_MOST).map(({ path, title, waiting }) => (
          <li key={path}>
            <Sign name="open" />
            <div>
              <a href={questionHref(planKey, path)}>{title}</a>
              <p className={styles.change}>
                {whoAndWhen(plan, path)}. {count(waiting.length, "value waits", "values wait")} for it.
              </p>
            </div>
          </li>
        ))}
      </ul>
      {points.length > AT_MOST && <p className={styles.change}>and {points.length - AT_MOST} more</p>}
    </section>
  );
}
