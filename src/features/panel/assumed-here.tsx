import { groupAssumptions, type ChapterId } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { isIn } from "../../plan-ui/answer-state.ts";
import { questionHref } from "../../plan-ui/links.ts";
import { RichText } from "../../plan-ui/rich-text.tsx";
import { Sign } from "../../ui/signs.tsx";
import { AllInReview } from "./all-in-review.tsx";
import { InShort } from "./in-short.tsx";
import styles from "./what-follows.module.css";

/** Product defaults that stand in for answers of the chapter, with the way to all. */
export function AssumedHere({ chapters }: { readonly chapters: readonly ChapterId[] }) {
  const { plan, planKey } = useSession();
  if (plan.assumptions.length === 0) return null;
  return (
    <InShort
      title="Assumptions"
      rows={groupAssumptions(plan.assumptions.filter(({ path }) => isIn(path, chapters)), plan.project.names)}
      atMost={4}
      rowKey={({ first }) => first.path}
      row={({ first, title, shown }) => (
        <>
          <Sign name="assumed" />
          <div>
            <a href={questionHref(planKey, first.path)}>{title}</a>
            <p className={styles.change}>
              <RichText text={shown} />
            </p>
          </div>
        </>
      )}
      all={<AllInReview planKey={planKey} total={plan.assumptions.length} />}
      className={styles.open}
    />
  );
}
