import type { ReactNode } from "react";
import { useSession } from "../../lib/session/index.ts";
import { askPage, rail } from "../../plan-ui/layout.ts";
import { partLink } from "../../plan-ui/links.ts";
import { NothingYet } from "../../plan-ui/nothing-yet.tsx";
import { AssumedHere } from "./assumed-here.tsx";
import { ChangedByLast } from "./changed-by-last.tsx";
import { ChapterTable } from "./chapter-table.tsx";
import { FindingsHere } from "./findings-here.tsx";
import { FirewallRows } from "./firewall-rows.tsx";
import { OpenHere } from "./open-here.tsx";
import { PartLinks } from "./part-links.tsx";
import { PlanTotals } from "./plan-totals.tsx";
import styles from "./what-follows.module.css";

interface WhatFollowsProps {
  /** The chapter beside which it stands. */
  readonly chapter: string;
  /** A small drawing of the plan. */
  readonly diagram?: ReactNode;
}

/**
 * What follows from the answers, in an order that never changes: totals, changes, the chapter's rows, firewall, findings,
 * drawing, open points, assumptions.
 */
export function WhatFollows({ chapter, diagram }: WhatFollowsProps) {
  const { plan, planKey } = useSession();
  const here = askPage(chapter);
  const chapters = (rail.find(({ pages }) => pages.includes(here))?.pages ?? [here]).map((page) => page.chapter);
  const hasRows = plan.addresses.assignments.length > 0 || plan.dns.records.length > 0 || plan.firewall.flows.length > 0;
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <h2 className={styles.title}>What follows</h2>
        <a href={partLink(planKey, "summary")}>Whole plan</a>
      </header>
      <PlanTotals />
      {hasRows ? (
        <PartLinks />
      ) : (
        <p className={styles.empty}>
          <NothingYet />
        </p>
      )}
      <ChangedByLast />
      <ChapterTable chapter={here.chapter} />
      <FirewallRows chapters={chapters} />
      <FindingsHere chapters={chapters} />
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
      <AssumedHere chapters={chapters} />
    </div>
  );
}
