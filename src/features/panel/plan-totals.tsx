import { useSession } from "../../lib/session/index.ts";
import { totalsOf } from "../../plan-ui/totals.ts";
import { figure } from "../../plan-ui/words.ts";
import { Sign } from "../../ui/signs.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { classes } from "../../ui/classes.ts";
import styles from "./what-follows.module.css";

/** The four figures that a room watches. */
export function PlanTotals() {
  const { plan } = useSession();
  const { addresses, offered, records, flows, blockers } = totalsOf(plan);
  // No address yet while rules wait for answers is not the same as none.
  const waits = addresses === 0 && [...plan.cells.values()].some(({ state, rule }) => state === "waiting" && rule.startsWith("addresses."));
  return (
    <dl className={styles.totals}>
      <Total label={addresses === 1 ? "address" : "addresses"} value={waits ? undefined : addresses} of={offered} />
      <Total label={records === 1 ? "DNS record" : "DNS records"} value={records} />
      <Total label={flows === 1 ? "firewall row" : "firewall rows"} value={flows} />
      <Total label={blockers === 1 ? "blocker" : "blockers"} value={blockers} bad={blockers > 0} />
    </dl>
  );
}

/** A figure that waits for answers. */
function OpenFigure() {
  return (
    <>
      <Sign name="open" />
      <VisuallyHidden>not known yet</VisuallyHidden>
    </>
  );
}

function Total({ label, value, of, bad = false }: { readonly label: string; readonly value: number | undefined; readonly of?: number | undefined; readonly bad?: boolean }) {
  return (
    <div className={styles.total}>
      <dt>{label}</dt>
      <dd className={classes(styles.figure, bad && styles.bad)}>
        {value === undefined ? <OpenFigure /> : figure(value)}
        {of !== undefined && <span className={styles.of}> of {figure(of)}</span>}
      </dd>
    </div>
  );
}
