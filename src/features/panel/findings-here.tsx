import type { ChapterId } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { isIn } from "../../plan-ui/answer-state.ts";
import { FindingText } from "../../plan-ui/finding-text.tsx";
import { AllInReview } from "./all-in-review.tsx";
import { InShort } from "./in-short.tsx";
import styles from "./what-follows.module.css";

/** Findings that the chapter's answers touch, with the way to all. */
export function FindingsHere({ chapters }: { readonly chapters: readonly ChapterId[] }) {
  const { plan, planKey } = useSession();
  if (plan.findings.length === 0) return null;
  return (
    <InShort
      title="Findings"
      rows={plan.findings.filter(({ answers }) => answers.some((path) => isIn(path, chapters)))}
      atMost={5}
      rowKey={({ id }) => id}
      row={(finding) => <FindingText finding={finding} />}
      all={<AllInReview planKey={planKey} total={plan.findings.length} />}
      className={styles.findings}
    />
  );
}
