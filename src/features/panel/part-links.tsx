import { useSession } from "../../lib/session/index.ts";
import { partLink, PLAN_PARTS } from "../../plan-ui/links.ts";
import styles from "./what-follows.module.css";

const SHOWN = ["addresses", "dns", "certificates", "firewall", "diagram"] as const;

/** The ways from the questions to what people ask for most. */
export function PartLinks() {
  const { planKey } = useSession();
  return (
    <nav className={styles.parts} aria-label="Parts of the plan">
      {PLAN_PARTS.filter(([id]) => SHOWN.some((shown) => shown === id)).map(([id, title]) => (
        <a key={id} href={partLink(planKey, id)}>
          {title}
        </a>
      ))}
    </nav>
  );
}
