import type { OpenMark } from "../../engine/index.ts";
import { useAnswer, useSession, type Typing } from "../../lib/session/index.ts";
import type { Asked } from "../../plan-ui/layout.ts";
import { indexOf } from "../../plan-ui/plan-index.ts";
import { RichText } from "../../plan-ui/rich-text.tsx";
import { count } from "../../plan-ui/words.ts";
import styles from "./not-known-yet.module.css";
import { OpenDue } from "./open-due.tsx";
import { OpenOwner } from "./open-owner.tsx";

/** In place of the control: who will know, by when, and what the plan does until then. */
export function NotKnownYet({ asked, mark: marked }: { readonly asked: Asked; readonly mark: OpenMark }) {
  const { markOpen } = useSession();
  const { path } = asked;
  const mark = useAnswer(path).mark ?? marked;
  const change = (next: OpenMark, typing?: Typing) => {
    const { owner, due } = { ...mark, ...next };
    markOpen(path, { ...(owner ? { owner } : {}), ...(due ? { due } : {}) }, typing);
  };
  return (
    <div className={styles.open}>
      <div className={styles.fields}>
        <OpenOwner owner={mark.owner ?? ""} onChange={(owner, typing) => change({ owner }, typing)} />
        <OpenDue due={mark.due ?? ""} onChange={(due, typing) => change({ due }, typing)} />
      </div>
      <UntilThen asked={asked} />
    </div>
  );
}

function UntilThen({ asked: { path, question } }: { readonly asked: Asked }) {
  const { plan } = useSession();
  const index = indexOf(plan);
  const assumption = index.assumptions.get(path);
  const waiting = index.openPoints.get(path)?.waiting ?? [];
  if (assumption) {
    return (
      <p className={styles.until}>
        Until then the plan uses <span className={styles.assumed}><RichText text={assumption.shown} /></span>. <RichText text={assumption.sentence} />
      </p>
    );
  }
  if (question.productDefault && waiting.length === 0) return <p className={styles.until}>Until then: {question.productDefault.sentence}</p>;
  if (waiting.length === 0) return <p className={styles.until}>Nothing in the plan waits for it so far.</p>;
  return (
    <details className={styles.until}>
      <summary>Until then the plan uses nothing; {count(waiting.length, "value waits", "values wait")}.</summary>
      <ul>
        {waiting.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </details>
  );
}
