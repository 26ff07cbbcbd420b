import type { ReactNode } from "react";
import { useSession } from "../../lib/session/index.ts";
import { isIn } from "../../plan-ui/answer-state.ts";
import { FindingText } from "../../plan-ui/finding-text.tsx";
import { askPage, rail } from "../../plan-ui/layout.ts";
import { partLink } from "../../plan-ui/links.ts";
import { reviewHref } from "../../lib/routes.ts";
import { ChangedByLast } from "./changed-by-last.tsx";
import { ChapterTable } from "./chapter-table.tsx";
import { OpenHere } from "./open-here.tsx";
import { PlanTotals } from "./plan-totals.tsx";
import styles from "./what-follows.module.css";

/** Findings shown beside the questions; all of them stand in the review. */
const FINDINGS_AT_MOST = 5;

interface WhatFollowsProps {
  /** The chapter beside which it stands. */
  readonly chapter: string;
  /** A small drawing of the plan. */
  readonly diagram?: ReactNode;
}

/** What follows from the answers, in an order that never changes: totals, changes, the chapter's rows, findings, drawing, open answers. */
export function WhatFollows({ chapter, diagram }: WhatFollowsProps) {
  const { plan, planKey } = useSession();
  const here = askPage(chapter);
  const chapters = (rail.find(({ pages }) => pages.includes(here))?.pages ?? [here]).map((page) => page.chapter);
  const findings = plan.findings.filter(({ answers }) => answers.some((path) => isIn(path, chapters)));
  const hasRows = plan.addresses.assignments.length > 0 || plan.dns.records.length > 0 || plan.firewall.flows.length > 0;
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2 className={styles.title}>What follows</h2>
        <a href={partLink(planKey, "summary")}>Whole plan</a>
      </header>
      <PlanTotals />
      {!hasRows && <p className={styles.empty}>Tell us the base domain and one block; the first records and addresses follow.</p>}
      <ChangedByLast />
      <ChapterTable chapter={here.chapter} />
      {findings.length > 0 && (
        <section className={styles.part} aria-label="Findings touched by this chapter">
          <header className={styles.head}>
            <h3>Findings touched by this chapter</h3>
            <a href={reviewHref(planKey)}>All {plan.findings.length}</a>
          </header>
          <ul className={styles.findings}>
            {findings.slice(0, FINDINGS_AT_MOST).map((finding) => (
              <li key={finding.id}>
                <FindingText finding={finding} />
              </li>
            ))}
          </ul>
          {findings.length > FINDINGS_AT_MOST && <a href={reviewHref(planKey)}>{findings.length - FINDINGS_AT_MOST} more in the review</a>}
        </section>
      )}
      {diagram && hasRows && (
        <section className={styles.part} aria-label="Where traffic enters">
          <header className={styles.head}>
            <h3>Where traffic enters</h3>
            <a href={partLink(planKey, "diagram")}>Diagram</a>
          </header>
          {diagram}
        </section>
      )}
      <OpenHere chapters={chapters} />
    </div>
  );
}
