import { useState } from "react";
import type { PlanRow } from "../../lib/storage/database.ts";
import { TextDialog } from "../../ui/text-dialog.tsx";
import { SavedPlanRow } from "./saved-plan-row.tsx";
import styles from "./saved-plans.module.css";
import { useSavedPlans } from "./use-saved-plans.ts";

/** Plans that this browser keeps, the latest first. */
export function SavedPlans({ plans }: { readonly plans: readonly PlanRow[] }) {
  const { duplicate, rename, remove } = useSavedPlans();
  const [renaming, setRenaming] = useState<PlanRow | undefined>(undefined);
  return (
    <section aria-labelledby="saved-plans">
      <div className={styles.head}>
        <h2 id="saved-plans">Plans on this device</h2>
        <p>{plans.length === 1 ? "One plan" : `${plans.length} plans`}, kept in this browser only</p>
      </div>
      <ul className={styles.list}>
        {plans.map((plan) => (
          <SavedPlanRow key={plan.key} plan={plan} onDuplicate={() => duplicate(plan)} onRename={() => setRenaming(plan)} onDelete={() => remove(plan)} />
        ))}
      </ul>
      <TextDialog
        open={renaming !== undefined}
        onClose={() => setRenaming(undefined)}
        title="Rename the plan"
        label="Name on this device"
        initial={renaming?.name ?? ""}
        action="Rename the plan"
        onDone={(name) => renaming && rename({ key: renaming.key, name })}
      />
    </section>
  );
}
