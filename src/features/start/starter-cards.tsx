import { useQuery } from "@tanstack/react-query";
import { Sketch } from "./sketch.tsx";
import styles from "./starter-cards.module.css";
import { starterPlansQuery } from "./starter-plans.ts";
import type { PlanOpener } from "./use-open-plan.ts";

/** Plans that are complete but for what only the reader knows. */
export function StarterCards({ opener }: { readonly opener: PlanOpener }) {
  const { data: plans = [] } = useQuery(starterPlansQuery);
  return (
    <section aria-labelledby="starter-plans">
      <h2 id="starter-plans" className={styles.heading}>
        Start from a setup that is close to yours
      </h2>
      <ul className={styles.cards}>
        {plans.map((plan) => (
          <li key={plan.file} className={styles.card}>
            <Sketch clusters={plan.clusters} workerPlaces={plan.workerPlaces} />
            <h3>
              <button type="button" className={styles.open} onClick={() => opener.starter(plan)} aria-disabled={opener.opening !== undefined}>
                {plan.title}
              </button>
            </h3>
            <p>{opener.opening === plan.file ? "Opening" : plan.sentence}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
