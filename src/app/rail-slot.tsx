import { lazy, Suspense, useEffect, useState } from "react";
import { askHref, partHref } from "../lib/routes.ts";
import { useSession } from "../lib/session/index.ts";
import { classes } from "../ui/classes.ts";
import styles from "./rail-slot.module.css";
import { Waiting } from "./waiting.tsx";

const QuestionsRail = lazy(() => import("../features/questions/index.ts").then(({ QuestionsRail: rail }) => ({ default: rail })));
const PlanRail = lazy(() => import("../features/plan/index.ts").then(({ PlanRail: rail }) => ({ default: rail })));

type Half = "ask" | "plan";
const halfOf = (path: string): Half | undefined => /^\/p\/[^/]+\/(ask|plan)\//.exec(path)?.[1] as Half | undefined;

/** The rail with its switch between what people say and what follows; each half remembers where it was left. */
export function PlanRailSlot({ path }: { readonly path: string }) {
  const { planKey } = useSession();
  const [last, setLast] = useState<{ readonly half: Half; readonly ask: string; readonly plan: string }>({
    half: "ask",
    ask: askHref(planKey, "project"),
    plan: partHref(planKey, "summary"),
  });
  const here = halfOf(path);
  useEffect(() => {
    if (here) setLast((before) => ({ ...before, half: here, [here]: window.location.hash }));
  }, [here, path]);
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
