import { useMutation } from "@tanstack/react-query";
import { navigate } from "../../lib/hash-location.ts";
import { dropGonePlan, keepGonePlan, useGonePlan } from "../../lib/session/gone-plan.ts";
import type { PlanRow } from "../../lib/storage/database.ts";
import { Button } from "../../ui/button.tsx";
import { Sign } from "../../ui/signs.tsx";
import styles from "./file-report.module.css";

/** The plan that was open here was deleted in another tab: says so, and offers to keep it. Silent once it is back. */
export function GonePlanNote({ saved }: { readonly saved: readonly PlanRow[] | undefined }) {
  const gone = useGonePlan();
  const keep = useMutation({ mutationFn: keepGonePlan, onSuccess: (href) => navigate(href) });
  if (!gone || saved?.some(({ key }) => key === gone.key)) return null;
  return (
    <section className={styles.report} role="alert" aria-labelledby="gone-plan">
      <Sign name="warning" />
      <div className={styles.words}>
        <h2 id="gone-plan">{gone.state.name} was deleted in another tab</h2>
        <p>It was open here, so nothing of it is lost yet. Keep it as a new plan, or let it go.</p>
        <div className={styles.actions}>
          <Button kind="primary" onClick={() => keep.mutate(gone)} aria-disabled={keep.isPending}>
            Keep it as a new plan
          </Button>
          <Button onClick={dropGonePlan}>Let it go</Button>
        </div>
      </div>
    </section>
  );
}
