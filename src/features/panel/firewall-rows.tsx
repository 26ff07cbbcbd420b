import type { ChapterId, Flow, Plan } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { isIn } from "../../plan-ui/answer-state.ts";
import { partLink } from "../../plan-ui/links.ts";
import { dashed } from "../../plan-ui/words.ts";
import { WhyButton } from "../../plan-ui/why-button.tsx";
import styles from "./what-follows.module.css";

/** Rows shown beside the questions; the part of the plan holds all. */
const ROWS = 3;

/** The first firewall rows of the plan: those that the chapter's own answers decide, else simply the first. */
export function FirewallRows({ chapters }: { readonly chapters: readonly ChapterId[] }) {
  const { plan, planKey } = useSession();
  const { flows, endpoints } = plan.firewall;
  if (flows.length === 0) return null;
  const shown = firstRows(plan, chapters);
  const ends = new Set(shown.flatMap(({ source, destination }) => [source, destination]));
  const titles = new Map(endpoints.flatMap(({ id, title }) => (ends.has(id) ? [[id, title] as const] : [])));
  return (
    <section className={styles.part} aria-label="Firewall">
      <header className={styles.head}>
        <h3>Firewall</h3>
        <a href={partLink(planKey, "firewall")}>All {flows.length} rows</a>
      </header>
      <ul className={styles.rows}>
        {shown.map((row) => {
          const ports = `${row.protocol} ${dashed(row.ports)}`.trim();
          return (
            <li key={row.id} className={styles.row}>
              <div className={styles.words}>
                <p>
                  {titles.get(row.source) ?? row.source} → {titles.get(row.destination) ?? row.destination}
                </p>
                <p className={styles.detail}>
                  <code>{ports}</code> {row.reason}
                </p>
              </div>
              <WhyButton of={row} title={row.reason} value={ports} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Looks no further than it must: large plans hold thousands of rows. */
function firstRows({ firewall: { flows }, cells }: Plan, chapters: readonly ChapterId[]): readonly Flow[] {
  const near: Flow[] = [];
  for (const flow of flows) {
    if (near.length === ROWS) break;
    if (cells.get(flow.from)?.answers.some((path) => isIn(path, chapters)) === true) near.push(flow);
  }
  return near.length > 0 ? near : flows.slice(0, ROWS);
}
