import { useState, type ReactNode } from "react";
import { TEAMS, type Finding } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { rail } from "../../plan-ui/layout.ts";
import { useAnnounceChanges } from "../../plan-ui/use-announce-changes.ts";
import { classes } from "../../ui/classes.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { Assumptions } from "./assumptions.tsx";
import { Decisions } from "./decisions.tsx";
import { ALL, matches } from "./finding-filter.ts";
import { FindingsList } from "./findings-list.tsx";
import { OpenPoints } from "./open-points.tsx";
import { ReviewTotals } from "./review-totals.tsx";
import styles from "./review-page.module.css";
import { useSolved } from "./use-solved.ts";
import { verdictOf } from "./verdict.ts";

/** Faults, open answers and assumptions of the whole plan, with the ways to settle them. */
export function ReviewPage({ actions }: { readonly actions?: ReactNode }) {
  const { plan, answers } = useSession();
  const [chapter, setChapter] = useState(ALL);
  const [team, setTeam] = useState(ALL);
  const solved = useSolved();
  useAnnounceChanges();
  const { heading, lead } = verdictOf(plan, answers);
  const wanted = (finding: Finding) => matches(finding, chapter, team);
  const quiet = plan.findings.length === 0 && solved.length === 0;
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1 tabIndex={-1}>{heading}</h1>
          <p className={styles.lead}>{lead}</p>
        </div>
        {actions}
      </header>
      <ReviewTotals />
      <div className={classes(styles.columns, quiet && styles.quiet)}>
        <section className={styles.findings} aria-labelledby="review-findings">
          <header className={styles.part}>
            <h2 id="review-findings">Findings</h2>
            {plan.findings.length > 0 && (
              <div className={styles.filters}>
                <SelectField inline label="Chapter" value={chapter} onChange={(event) => setChapter(event.target.value)}>
                  <option value={ALL}>All chapters</option>
                  {rail.map(({ title, pages }) => (
                    <option key={title} value={pages.map((page) => page.chapter).join(" ")}>
                      {title}
                    </option>
                  ))}
                </SelectField>
                <SelectField inline label="Team" value={team} onChange={(event) => setTeam(event.target.value)}>
                  <option value={ALL}>All teams</option>
                  {Object.entries(TEAMS).map(([id, title]) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </SelectField>
              </div>
            )}
          </header>
          <FindingsList findings={plan.findings.filter(wanted)} solved={solved.filter(wanted)} />
        </section>
        <div className={styles.side}>
          <OpenPoints />
          <Decisions />
          <Assumptions />
        </div>
      </div>
    </article>
  );
}
