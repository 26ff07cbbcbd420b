import { TEAMS, type ChecklistItem } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { indexOf } from "../../../plan-ui/plan-index.ts";
import { RichText } from "../../../plan-ui/rich-text.tsx";
import { OpenChip } from "../../../plan-ui/value-text.tsx";
import { count, day } from "../../../plan-ui/words.ts";
import { classes } from "../../../ui/classes.ts";
import { LeadTime } from "../lead-time.tsx";
import { PartHead } from "../part-head.tsx";
import styles from "../plan-part.module.css";
import { PlanTable } from "../plan-table.tsx";
import { TimeCard } from "../time-card.tsx";

/** What must be ready before the installation, by team, with how long it takes and how to see that it is done. */
export function ChecklistPart() {
  const { plan } = useSession();
  const { checklist } = plan;
  const { openPoints } = indexOf(plan);
  const blocked = checklist.filter(({ blockedBy }) => blockedBy.length > 0).length;
  const dated = checklist.some(({ earliest }) => earliest !== undefined);
  const titles = new Map(checklist.map(({ id, title }) => [id, title]));
  const asked = new Map(plan.openPoints.map(({ path }, at) => [path, at]));
  /** Open answers in the order of the review. */
  const waitsFor = ({ blockedBy }: ChecklistItem) => blockedBy.toSorted((a, b) => (asked.get(a) ?? 0) - (asked.get(b) ?? 0));
  const comesAfter = ({ dependsOn, shownWith }: ChecklistItem) => [...dependsOn.flatMap((id) => titles.get(id) ?? []), ...shownWith.flatMap((id) => titles.get(id) ?? []).map((title) => `${title} (for the proof)`)];
  return (
    <>
      <PartHead title="Checklist">
        {checklist.length === 0 ? "Nothing to prepare so far." : `${count(checklist.length, "line")}${blocked > 0 ? `; ${count(blocked, "stands", "stand")} behind an open answer` : ""}.`}
      </PartHead>
      <TimeCard />
      {Object.entries(TEAMS).map(([team, name]) => (
        <PlanTable
          key={team}
          title={name}
          rows={checklist.filter((item) => item.team === team)}
          columns={[
            {
              key: "title",
              title: "What",
              text: ({ title, how }) => (how === undefined ? title : `${title}. ${how}`),
              cell: ({ title, how }) => (
                <>
                  <RichText text={title} />
                  {how !== undefined && (
                    <p className={classes(styles.note, styles.titles)}>
                      <RichText text={how} />
                    </p>
                  )}
                </>
              ),
            },
            { key: "verify", title: "Done when", text: ({ verify }) => verify, cell: ({ verify }) => <RichText text={verify} /> },
            { key: "days", title: "Working days", text: ({ leadTime }) => String(leadTime), cell: (item) => <LeadTime item={item} /> },
            ...(dated ? [{ key: "earliest", title: "Earliest", text: ({ earliest }: ChecklistItem) => (earliest === undefined ? "–" : day(earliest)) }] : []),
            {
              key: "after",
              title: "After",
              text: (item) => comesAfter(item).join("; ") || "–",
              cell: (item) => {
                const before = comesAfter(item);
                return before.length === 0 ? (
                  "–"
                ) : (
                  <ul className={classes(styles.list, styles.titles)}>
                    {before.map((title) => (
                      <li key={title}>
                        <RichText text={title} />
                      </li>
                    ))}
                  </ul>
                );
              },
            },
            {
              key: "open",
              title: "Waits for",
              text: (item) => waitsFor(item).map((path) => openPoints.get(path)?.title ?? path).join("; ") || "–",
              cell: (item) =>
                item.blockedBy.length === 0
                  ? "–"
                  : waitsFor(item).map((path) => (
                      <div key={path}>
                        {openPoints.get(path)?.title} <OpenChip path={path} />
                      </div>
                    )),
            },
          ]}
        />
      ))}
    </>
  );
}
