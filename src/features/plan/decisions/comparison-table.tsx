import type { ReactNode } from "react";
import { figuresOf, type Alternative, type OpenChoice } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { RichText } from "../../../plan-ui/rich-text.tsx";
import { figure } from "../../../plan-ui/words.ts";
import { Button } from "../../../ui/button.tsx";
import { Sign } from "../../../ui/signs.tsx";
import { Table } from "../../../ui/table.tsx";
import { VisuallyHidden } from "../../../ui/visually-hidden.tsx";
import { against, figureRows, sameText } from "./figures.ts";
import styles from "./decisions.module.css";
import { SomeLines } from "./some-lines.tsx";

/** One line of the comparison: a cell for the way that is chosen, and one for each of the others. */
interface Line {
  readonly key: string;
  readonly title: string;
  readonly here: ReactNode;
  readonly there: (way: Alternative, at: number) => ReactNode;
}

interface ComparisonTableProps {
  readonly choice: OpenChoice;
  readonly ways: readonly Alternative[];
  readonly onChoose: (way: Alternative) => void;
}

/** What is chosen and some other ways side by side, figures as differences against the plan as it is. */
export function ComparisonTable({ choice, ways, onChoose }: ComparisonTableProps) {
  const { plan, readOnly } = useSession();
  const { decision, current } = choice;
  const { differing, same } = figureRows(figuresOf(plan), ways.map(({ figures }) => figures));
  const chosen = decision?.choice ?? current?.title ?? "Nothing chosen yet";
  const lines: readonly Line[] = [
    { key: "state", title: "With these answers", here: current === undefined ? "Not chosen yet" : decision?.assumed ? "Counted on until you choose" : "Chosen", there: (way) => <Verdict way={way} /> },
    { key: "brings", title: "What it brings", here: decision ? <RichText text={decision.why} /> : "–", there: ({ brings }) => (brings === undefined ? "–" : <RichText text={brings} />) },
    ...differing.map(({ key, title, here, there }): Line => ({
      key,
      title,
      here: figure(here),
      there: ({ asks }, at) => {
        const then = there[at] ?? here;
        // What is still to be answered may bring any figure; the number of open answers alone is told as it is.
        const open = asks.length > 0 && key !== "openPoints";
        return open ? (
          <span className={styles.difference}>{against(here, then, true)}</span>
        ) : (
          <>
            {figure(then)} <span className={styles.difference}>{against(here, then)}</span>
          </>
        );
      },
    })),
    ...linesOf("asks", "Answers to give first", ways, ({ asks }) => asks.map(({ title }) => title)),
    ...linesOf("more", "New on the checklist", ways, ({ more }) => more),
    ...linesOf("fewer", "Off the checklist", ways, ({ fewer }) => fewer),
    {
      key: "choose",
      title: "Decide",
      here: current === undefined ? "–" : `${chosen} stays`,
      there: (way) => way.by ?? (
        <Button size="small" disabled={readOnly} onClick={() => onChoose(way)}>
          Choose this <VisuallyHidden>{way.title}</VisuallyHidden>
        </Button>
      ),
    },
  ];
  return (
    <>
      <Table
        caption={`${choice.decision?.title ?? "The choice"}: what is chosen and what else could be, each as the plan that it gives.`}
        captionHidden
        columns={[
          { key: "what", title: "Consequence", cell: ({ title }: Line) => title },
          { key: "here", title: chosen, cell: ({ here }: Line) => here },
          ...ways.map((way, at) => ({ key: String(way.value), title: way.title, cell: ({ there }: Line) => there(way, at) })),
        ]}
        rows={lines}
        rowKey={({ key }) => `${choice.id}-${key}`}
      />
      {same.length > 0 && <p className={styles.same}>{sameText(same)}</p>}
      {ways.some(({ asks }) => asks.length > 0) && <p className={styles.same}>Where answers are to be given first, “or more” stands behind what is certain without them, and a dash where nothing is.</p>}
    </>
  );
}

/** A line of lists, where any way has something in it. */
function linesOf(key: string, title: string, ways: readonly Alternative[], items: (way: Alternative) => readonly string[]): readonly Line[] {
  return ways.every((way) => items(way).length === 0) ? [] : [{ key, title, here: "–", there: (way) => <SomeLines items={items(way)} /> }];
}

/** Whether these answers allow a way, and what stands against it. */
function Verdict({ way: { blockers, warnings } }: { readonly way: Alternative }) {
  return (
    <ul className={styles.verdict}>
      {blockers.length === 0 && (
        <li>
          <Sign name="ok" /> Possible
        </li>
      )}
      {blockers.map((title) => (
        <li key={title} className={styles.not}>
          <Sign name="blocker" />{" "}
          <span>
            Not possible: <RichText text={title} />
          </span>
        </li>
      ))}
      {warnings.map((title) => (
        <li key={title} className={styles.warns}>
          <Sign name="warning" />{" "}
          <span>
            Warning: <RichText text={title} />
          </span>
        </li>
      ))}
    </ul>
  );
}
