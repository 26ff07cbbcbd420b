import { useSession } from "../../lib/session/index.ts";
import { figure } from "../../plan-ui/words.ts";
import { Sign, type SignName } from "../../ui/signs.tsx";
import styles from "./review-page.module.css";

/** Six counts: faults by severity, open, assumed, decided. */
export function ReviewTotals() {
  const { plan } = useSession();
  const of = (severity: string) => plan.findings.filter((finding) => finding.severity === severity).length;
  const totals: readonly (readonly [SignName, number, one: string, many: string])[] = [
    ["blocker", of("blocker"), "blocker", "blockers"],
    ["warning", of("warning"), "warning", "warnings"],
    ["advice", of("advice"), "piece of advice", "pieces of advice"],
    ["open", plan.openPoints.length, "open point", "open points"],
    ["assumed", plan.assumptions.length, "assumption", "assumptions"],
    ["given", plan.decisions.length, "decision", "decisions"],
  ];
  return (
    <dl className={styles.totals}>
      {totals.map(([sign, number, one, many]) => (
        <div key={one} className={styles.total}>
          <dt>{number === 1 ? one : many}</dt>
          <dd>
            <span className={number === 0 ? styles.nothing : undefined}>
              <Sign name={sign} plain={number === 0} />
            </span>{" "}
            {figure(number)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
