import { eventOf } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { questionHref } from "../../plan-ui/links.ts";
import { RichText } from "../../plan-ui/rich-text.tsx";
import { WhyButton } from "../../plan-ui/why-button.tsx";
import { count, day } from "../../plan-ui/words.ts";
import styles from "./plan-part.module.css";

const START = "project.start";
const WANTED = "project.wanted";
const LEAD_TIMES = "project.leadTimes";

/** When the installation or upgrade can begin at the earliest, and what decides it. */
export function TimeCard() {
  const { answers, plan, planKey } = useSession();
  const [row] = plan.schedule;
  if (!row) return null;
  const event = eventOf(plan);
  const start = answers.given[START];
  const wanted = answers.given[WANTED];
  const titles = new Map(plan.checklist.map(({ id, title }) => [id, title]));
  return (
    <section className={styles.card} aria-label={`Time until the ${event}`}>
      <dl className={styles.facts}>
        <div>
          <dt>Preparation takes at least</dt>
          <dd>
            {count(row.workingDays, "working day")} <WhyButton of={row} title={`Time until the ${event}`} value={count(row.workingDays, "working day")} />
          </dd>
        </div>
        <div>
          <dt>It can begin on</dt>
          <dd>
            <a href={questionHref(planKey, START)}>{typeof start === "string" ? day(start) : "Say when it can begin"}</a>
          </dd>
        </div>
        <div>
          <dt>Earliest day of the {event}</dt>
          <dd>{row.earliest === undefined ? <span className={styles.muted}>known once it has a first day</span> : `${row.atLeast ? "not before " : ""}${day(row.earliest)}`}</dd>
        </div>
        <div>
          <dt>Wanted day</dt>
          <dd>
            <a href={questionHref(planKey, WANTED)}>{typeof wanted === "string" ? day(wanted) : "Say which day is wanted"}</a>
          </dd>
        </div>
      </dl>
      {row.atLeast ? <p className={styles.small}>Further lines wait for answers, so it may take longer.</p> : null}
      <details className={styles.small}>
        <summary>What decides it: {count(row.chain.length, "line")} one after the other</summary>
        <ol className={styles.steps}>
          {row.chain.map((id) => (
            <li key={id}>
              <RichText text={titles.get(id) ?? id} />
            </li>
          ))}
        </ol>
      </details>
      <p className={styles.small}>
        Working days of each line are planning values: press one to change it for its kind of work. <a href={questionHref(planKey, LEAD_TIMES)}>All lead times that differ</a>
      </p>
    </section>
  );
}
