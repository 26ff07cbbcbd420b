import { FigureText } from "../../plan-ui/figure-text.tsx";
import { totalsOf, type Figure } from "../../plan-ui/totals.ts";
import { figure } from "../../plan-ui/words.ts";
import { useSession } from "../../lib/session/index.ts";
import { classes } from "../../ui/classes.ts";
import styles from "./what-follows.module.css";

/** The four figures that a room watches. */
export function PlanTotals() {
  const { addresses, offered, records, flows, blockers } = totalsOf(useSession().plan);
  return (
    <dl className={styles.totals}>
      <Total label={addresses === 1 ? "address" : "addresses"} value={addresses} of={offered} />
      <Total label={records === 1 ? "DNS record" : "DNS records"} value={records} />
      <Total label={flows === 1 ? "firewall row" : "firewall rows"} value={flows} />
      <Total label={blockers === 1 ? "blocker" : "blockers"} value={blockers} bad={blockers > 0} />
    </dl>
  );
}

function Total({ label, value, of, bad = false }: { readonly label: string; readonly value: Figure; readonly of?: number | undefined; readonly bad?: boolean }) {
  return (
    <div className={styles.total}>
      <dt>{label}</dt>
      <dd className={classes(styles.figure, bad && styles.bad)}>
        <FigureText value={value} />
        {of !== undefined && <span className={styles.of}> of {figure(of)}</span>}
      </dd>
    </div>
  );
}
