import { useSession } from "../../lib/session/index.ts";
import { indexOf } from "../../plan-ui/plan-index.ts";
import { questionHref, type PlanPartId } from "../../plan-ui/links.ts";
import { Sign } from "../../ui/signs.tsx";
import { missingFor } from "./missing-for.ts";
import styles from "./plan-part.module.css";

const NAMED = 5;

/** What a part still waits for, as one line with links to the questions. */
export function WaitingLine({ part }: { readonly part: PlanPartId }) {
  const { plan, planKey } = useSession();
  const { openPoints } = indexOf(plan);
  const points = missingFor(plan, part).flatMap((path) => openPoints.get(path) ?? []);
  if (points.length === 0) return null;
  return (
    <p className={styles.waiting}>
      <Sign name="open" />
      <span>
        More rows wait for:{" "}
        {points.slice(0, NAMED).map(({ path, title }, at) => (
          <span key={path}>
            {at > 0 && "; "}
            <a href={questionHref(planKey, path)}>{title}</a>
          </span>
        ))}
        {points.length > NAMED && ` and ${points.length - NAMED} more`}
      </span>
    </p>
  );
}
