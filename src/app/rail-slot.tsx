import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useSession } from "../lib/session/index.ts";
import { placesQuery } from "../lib/storage/queries.ts";
import { classes } from "../ui/classes.ts";
import { halfOf, placesIn } from "./halves.ts";
import { lazyPart } from "./lazy-part.tsx";
import styles from "./rail-slot.module.css";
import { Waiting } from "./waiting.tsx";

const QuestionsRail = lazyPart(() => import("../features/questions/index.ts").then(({ QuestionsRail: rail }) => rail));
const PlanRail = lazyPart(() => import("../features/plan/index.ts").then(({ PlanRail: rail }) => rail));

/** The rail with its switch between what people say and what follows; each half remembers where it was left. */
export function PlanRailSlot({ path }: { readonly path: string }) {
  const { planKey } = useSession();
  const { data: kept } = useQuery(placesQuery(planKey));
  const last = placesIn(planKey, kept);
  const here = halfOf(path);
  const half = here ?? last.half;

  return (
    <>
      <nav className={styles.switch} aria-label="Half of the plan">
        <a className={classes(styles.half, half === "ask" && styles.here)} href={last.ask} aria-current={here === "ask" ? "true" : undefined}>
          Questions
        </a>
        <a className={classes(styles.half, half === "plan" && styles.here)} href={last.plan} aria-current={here === "plan" ? "true" : undefined}>
          Plan
        </a>
      </nav>
      <Suspense fallback={<Waiting />}>{half === "ask" ? <QuestionsRail /> : <PlanRail />}</Suspense>
    </>
  );
}
