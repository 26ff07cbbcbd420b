import type { ChapterId, Derived, Plan, Value } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { isAssumed } from "../../plan-ui/derived.ts";
import { partLink } from "../../plan-ui/links.ts";
import { RichText } from "../../plan-ui/rich-text.tsx";
import { valueAsText, ValueText } from "../../plan-ui/value-text.tsx";
import { WhyButton } from "../../plan-ui/why-button.tsx";
import { CHAPTER_ROWS, type PanelRow } from "./chapter-rows.ts";
import styles from "./what-follows.module.css";

/** Rows shown beside the questions; the part of the plan holds all. */
const ROWS = 8;

/** The rows of the plan that a chapter decides. */
export function ChapterTable({ chapter }: { readonly chapter: ChapterId }) {
  const { plan, planKey } = useSession();
  const { title, part, link, rows } = CHAPTER_ROWS[chapter];
  const all = rows(plan);
  if (all.length === 0) return null;
  return (
    <section className={styles.part} aria-label={title}>
      <header className={styles.head}>
        <h3>{title}</h3>
        <a href={partLink(planKey, part)}>{link}</a>
      </header>
      <ul className={styles.rows}>
        {all.slice(0, ROWS).map((row) => (
          <Row key={row.of.id} row={row} plan={plan} />
        ))}
      </ul>
      {all.length > ROWS && <a href={partLink(planKey, part)}>All {all.length}</a>}
    </section>
  );
}

function Row({ row: { of: derived, value, title, detail }, plan }: { readonly row: PanelRow<Derived>; readonly plan: Plan }) {
  const shown: Value<string> = typeof value === "string" ? { kind: "known", value } : value;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p>
          <ValueText value={shown} assumed={isAssumed(plan, derived)} />
        </p>
        <p>
          <RichText text={title} />
        </p>
        {detail !== "" && (
          <p className={styles.detail}>
            <RichText text={detail} />
          </p>
        )}
      </div>
      <WhyButton of={derived} title={title} value={shown.kind === "known" ? valueAsText(plan, shown) : undefined} />
    </li>
  );
}
