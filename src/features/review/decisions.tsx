import { useSession } from "../../lib/session/index.ts";
import { choicesOf } from "../../plan-ui/choices.ts";
import { partLink } from "../../plan-ui/links.ts";
import { Sign } from "../../ui/signs.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import styles from "./review-page.module.css";

const FIRST = 8;

/** What is decided, each with the way to what else could be chosen. */
export function Decisions() {
  const { answers, plan, planKey } = useSession();
  const { decisions } = plan;
  if (decisions.length === 0) return null;
  const weighed = new Set(choicesOf(answers, plan).map(({ id }) => id));
  return (
    <section aria-labelledby="review-decisions" className={styles.block}>
      <header className={styles.part}>
        <h2 id="review-decisions">Decisions</h2>
        <a href={partLink(planKey, "decisions")}>All {decisions.length}</a>
      </header>
      <ul className={styles.lines}>
        {decisions.slice(0, FIRST).map(({ id, title, choice, assumed }) => (
          <li key={id}>
            <Sign name={assumed ? "assumed" : "given"} />
            <div>
              {title}
              <p className={styles.caption}>
                {choice}
                {assumed && " (assumed)"}
              </p>
            </div>
            {weighed.has(id) && (
              <a href={partLink(planKey, "decisions", id)}>
                Compare <VisuallyHidden>{title}</VisuallyHidden>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
