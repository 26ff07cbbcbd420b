import type { ChapterId } from "../../engine/index.ts";
import { reviewHref } from "../../lib/routes.ts";
import { useSession } from "../../lib/session/index.ts";
import { isIn } from "../../plan-ui/answer-state.ts";
import { questionHref } from "../../plan-ui/links.ts";
import { LongName } from "../../plan-ui/rich-text.tsx";
import { Sign } from "../../ui/signs.tsx";
import { InShort } from "./in-short.tsx";
import styles from "./what-follows.module.css";

/** Product defaults that stand in for answers of the chapter, with the way to all. */
export function AssumedHere({ chapters }: { readonly chapters: readonly ChapterId[] }) {
  const { plan, planKey } = useSession();
  if (plan.assumptions.length === 0) return null;
  return (
    <InShort
      title="Assumptions"
      rows={plan.assumptions.filter(({ path }) => isIn(path, chapters))}
      atMost={4}
      rowKey={({ path }) => path}
      row={({ path, title, value }) => (
        <>
          <Sign name="assumed" />
          <div>
            <a href={questionHref(planKey, path)}>{title}</a>
            <p className={styles.change}>
              <LongName text={value} />
            </p>
          </div>
        </>
      )}
      all={<a href={reviewHref(planKey)}>All {plan.assumptions.length} of the plan</a>}
      className={styles.open}
    />
  );
}
