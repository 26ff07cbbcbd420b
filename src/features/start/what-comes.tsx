import { useQuery } from "@tanstack/react-query";
import { starterPlansQuery } from "./starter-plans.ts";
import styles from "./what-comes.module.css";

/** What a plan gives, on the example of the first starter plan. */
export function WhatComes() {
  const { data } = useQuery(starterPlansQuery);
  const plan = data?.find(({ gives }) => gives !== undefined);
  if (!plan?.gives) return null;
  const { answers, addresses, free, records, names, flows, checks } = plan.gives;
  const rows: readonly (readonly [number, string])[] = [
    [addresses, `virtual addresses, ${free} left`],
    [records, "DNS records"],
    [names, "names proved against the certificate"],
    [flows, "firewall rows"],
    [checks, "checklist lines with their teams"],
  ];
  return (
    <figure className={styles.card}>
      <figcaption>
        {answers} answers of “{plan.title}” become
      </figcaption>
      <dl>
        {rows.map(([figure, words]) => (
          <div key={words} className={styles.row}>
            <dt>{words}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
