import { meanwhileText, type ChapterId } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { isIn } from "../../plan-ui/answer-state.ts";
import { openPointHref } from "../../plan-ui/links.ts";
import { whoAndWhen } from "../../plan-ui/value-text.tsx";
import { count } from "../../plan-ui/words.ts";
import { Sign } from "../../ui/signs.tsx";
import { AllInReview } from "./all-in-review.tsx";
import { InShort } from "./in-short.tsx";
import styles from "./what-follows.module.css";

/** Open points of the chapter, with the way to all. */
export function OpenHere({ chapters }: { readonly chapters: readonly ChapterId[] }) {
  const { plan, planKey } = useSession();
  if (plan.openPoints.length === 0) return null;
  return (
    <InShort
      title="Open points"
      rows={plan.openPoints.filter(({ path }) => isIn(path, chapters))}
      atMost={6}
      rowKey={({ path }) => path}
      row={({ path, title, waiting, meanwhile }) => (
        <>
          <Sign name="open" />
          <div>
            <a href={openPointHref(planKey, path, meanwhile)}>{title}</a>
            <p className={styles.change}>
              {whoAndWhen(plan, path)}. {meanwhile ? meanwhileText(meanwhile) : `${count(waiting.length, "value waits", "values wait")} for it`}.
            </p>
          </div>
        </>
      )}
      all={<AllInReview planKey={planKey} total={plan.openPoints.length} />}
      className={styles.open}
    />
  );
}
