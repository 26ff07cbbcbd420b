import { useId, useState, type ReactNode } from "react";
import { sizeOf, subjectName, type Plan } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { FindingText } from "../../plan-ui/finding-text.tsx";
import { questionHref } from "../../plan-ui/links.ts";
import { indexOf } from "../../plan-ui/plan-index.ts";
import { count, figure } from "../../plan-ui/words.ts";
import { classes } from "../../ui/classes.ts";
import { clashesOf, type Clash } from "./clashes.ts";
import part from "./plan-part.module.css";
import styles from "./range-map.module.css";
import { scaleOf, type Drawn, type Scale } from "./range-scale.ts";

/** More ranges than these are folded by place. */
const UNFOLDED = 40;

/** Every range of the plan on one axis. */
export function RangeMap() {
  const { plan } = useSession();
  const scale = scaleOf(plan.addresses.ranges);
  const clashes = clashesOf(plan);
  if (scale.drawn.length === 0) return null;
  const groups = scale.drawn.length <= UNFOLDED ? undefined : groupsOf(scale.drawn, plan);
  return (
    <section className={part.card} aria-label="Every range against every other">
      <header className={part.head}>
        <h2>Every range against every other</h2>
        <Legend />
      </header>
      <div className={styles.axis} aria-hidden="true">
        <svg width="100%" height="22">
          {scale.ticks.map(({ at, text }) => (
            <text key={text} x={`${at}%`} y="12">
              {text}
            </text>
          ))}
        </svg>
      </div>
      {groups ? (
        groups.map(([title, rows]) => (
          <Fold key={title} title={`${title}, ${count(rows.length, "range")}`} open={rows.some(({ row }) => clashes.some(({ ranges }) => ranges.includes(row)))}>
            <Rows rows={rows} scale={scale} clashes={clashes} />
          </Fold>
        ))
      ) : (
        <Rows rows={scale.drawn} scale={scale} clashes={clashes} />
      )}
      <p className={part.small}>The scale counts borders, not addresses, so that a /28 is as easy to see as a /12.</p>
      {[...new Set(clashes.map(({ finding }) => finding))].map((finding) => (
        <FindingText key={finding.id} finding={finding} look="note" />
      ))}
    </section>
  );
}

/** Draws its content only while it is open: large plans hold hundreds of ranges. */
function Fold({ title, open: first, children }: { readonly title: string; readonly open: boolean; readonly children: ReactNode }) {
  const [open, setOpen] = useState(first);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open && children}
    </details>
  );
}

function Rows({ rows, scale, clashes }: { readonly rows: readonly Drawn[]; readonly scale: Scale; readonly clashes: readonly Clash[] }) {
  const { plan, planKey } = useSession();
  const hatch = useId();
  const { assumptions } = indexOf(plan);
  return (
    <ul className={styles.rows}>
      {rows.map(({ row, range }, at) => {
        const { from, length } = scale.place(range);
        const shared = clashes.filter(({ ranges }) => ranges.includes(row));
        return (
          <li key={row.id} className={styles.row}>
            <a href={questionHref(planKey, row.path)} className={styles.title}>
              {row.title}
            </a>
            <code className={styles.text}>{row.text.replace("-", "–")}</code>
            <svg width="100%" height="20" aria-hidden="true" className={styles.bar}>
              <defs>
                <pattern id={`${hatch}${at}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                  <rect width="2" height="6" className={styles.stripe} />
                </pattern>
              </defs>
              <rect x={`${from}%`} width={`${Math.max(length, 0.8)}%`} y="3" height="14" rx="2" className={classes(assumptions.has(row.path) ? styles.assumed : styles.given, shared.length > 0 && styles.clash)} />
              {shared.map((clash) => {
                const stretch = scale.place(clash.shared);
                return <rect key={clash.finding.id} x={`${stretch.from}%`} width={`${Math.max(stretch.length, 0.8)}%`} y="3" height="14" fill={`url(#${hatch}${at})`} />;
              })}
            </svg>
            <span className={styles.size}>{figure(sizeOf(range))}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Legend() {
  return (
    <ul className={styles.legend}>
      {(
        [
          ["given", styles.given],
          ["assumed", styles.assumed],
          ["claimed twice", classes(styles.given, styles.clash)],
        ] as const
      ).map(([words, look]) => (
        <li key={words}>
          <svg width="20" height="12" aria-hidden="true">
            <rect x="1" y="1" width="18" height="10" rx="2" className={look} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

function groupsOf(drawn: readonly Drawn[], { project }: Plan): readonly (readonly [string, readonly Drawn[]])[] {
  const titleOf = ({ row }: Drawn) => (row.place === undefined ? "All places" : subjectName(project.names, "place", row.place));
  return [...new Set(drawn.map(titleOf))].map((title) => [title, drawn.filter((each) => titleOf(each) === title)]);
}
