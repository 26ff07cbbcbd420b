import { planHref } from "../../lib/routes.ts";
import type { PlanRow } from "../../lib/storage/database.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import styles from "./saved-plans.module.css";

interface SavedPlanRowProps {
  readonly plan: PlanRow;
  readonly onDuplicate: () => void;
  readonly onRename: () => void;
  readonly onDelete: () => void;
}

function State({ blockers = 0, openPoints = 0 }: PlanRow["summary"]) {
  if (blockers === 0 && openPoints === 0) return <Chip tone="ok" sign="ok">Ready to hand over</Chip>;
  return (
    <>
      {blockers > 0 && <Chip tone="blocker" sign="blocker">{blockers === 1 ? "1 blocker" : `${blockers} blockers`}</Chip>}
      {openPoints > 0 && <Chip tone="open" sign="open">{openPoints} open</Chip>}
    </>
  );
}

/** One saved plan with its state as it was last written. */
export function SavedPlanRow({ plan: { key, name, summary, updatedAt }, onDuplicate, onRename, onDelete }: SavedPlanRowProps) {
  const { domain, release, planId } = summary;
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <a href={planHref(key)}>{name}</a>
        <p>{domain ?? "No domain yet"}</p>
      </div>
      <p className={styles.state}>
        <State {...summary} />
      </p>
      <p className={styles.facts}>
        <span>{release === undefined ? "No release yet" : `KKP ${release}`}</span>
        {planId !== undefined && <code title="Plan id: names the answers; printed in every file">{planId}</code>}
        <time dateTime={new Date(updatedAt).toISOString()}>{dayOf(updatedAt)}</time>
      </p>
      <p className={styles.actions}>
        <Button kind="link" onClick={onRename}>
          Rename<VisuallyHidden> {name}</VisuallyHidden>
        </Button>
        <Button kind="link" onClick={onDuplicate}>
          Duplicate<VisuallyHidden> {name}</VisuallyHidden>
        </Button>
        <Button kind="link" onClick={onDelete}>
          Delete<VisuallyHidden> {name}</VisuallyHidden>
        </Button>
      </p>
    </li>
  );
}

/** "3 Dec 2026" in the person's own time zone. */
function dayOf(time: number): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" }).format(time);
}
