import { useRef, useState, type KeyboardEvent } from "react";
import type { Finding } from "../../engine/index.ts";
import { navigate } from "../../lib/hash-location.ts";
import { useSession } from "../../lib/session/index.ts";
import { FindingText } from "../../plan-ui/finding-text.tsx";
import { questionHref } from "../../plan-ui/links.ts";
import { RichText } from "../../plan-ui/rich-text.tsx";
import { count } from "../../plan-ui/words.ts";
import { Button } from "../../ui/button.tsx";
import { Sign } from "../../ui/signs.tsx";
import { chapterOf } from "./finding-filter.ts";
import styles from "./findings-list.module.css";

/** Pieces of advice shown at once. */
const ADVICE = 4;

interface FindingsListProps {
  readonly findings: readonly Finding[];
  readonly solved: readonly Finding[];
}

/** Findings, worst first. J and K or arrows move, Enter opens the question, F applies the first fix. */
export function FindingsList({ findings, solved }: FindingsListProps) {
  const { planKey, applyFix, readOnly } = useSession();
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const advice = findings.filter(({ severity }) => severity === "advice");
  const hidden = all ? 0 : Math.max(0, advice.length - ADVICE);
  const shown = hidden === 0 ? findings : findings.filter((finding) => finding.severity !== "advice" || advice.indexOf(finding) < ADVICE);
  if (findings.length === 0 && solved.length === 0) return <p className={styles.none}>No finding here.</p>;

  const move = (from: Element, step: 1 | -1) => {
    const items = [...(list.current?.children ?? [])];
    const next = items[items.indexOf(from) + step];
    if (next instanceof HTMLElement) next.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>, finding: Finding) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const [fix] = finding.fixes;
    const [path] = finding.answers;
    const key = event.key.toLowerCase();
    if (key === "j" || key === "arrowdown") move(event.currentTarget, 1);
    else if (key === "k" || key === "arrowup") move(event.currentTarget, -1);
    else if (key === "enter" && path !== undefined) navigate(questionHref(planKey, path));
    else if (key === "f" && fix && !readOnly) applyFix(fix);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <ul className={styles.list} ref={list}>
        {shown.map((finding) => (
          <li key={finding.id} className={styles.item} tabIndex={0} onKeyDown={(event) => onKeyDown(event, finding)}>
            <span className={styles.chapter}>{chapterOf(finding)}</span>
            <FindingText finding={finding} heading="h3" />
          </li>
        ))}
        {solved.map((finding) => (
          <li key={finding.id} className={styles.solved}>
            <Sign name="ok" />
            <span>
              Solved:{" "}
              <s>
                <RichText text={finding.title} />
              </s>
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button kind="link" onClick={() => setAll(true)}>
          {count(hidden, "more piece of advice", "more pieces of advice")}
        </Button>
      )}
      <p className={styles.keys}>
        With a finding focused: <kbd>J</kbd> and <kbd>K</kbd> move, <kbd>Enter</kbd> opens the question, <kbd>F</kbd> applies the first fix.
      </p>
    </>
  );
}
