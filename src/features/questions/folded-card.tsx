import { useSession } from "../../lib/session/index.ts";
import { answerText, isMono } from "../../plan-ui/answer-text.ts";
import type { Asked } from "../../plan-ui/layout.ts";
import { LongName } from "../../plan-ui/rich-text.tsx";
import { Button } from "../../ui/button.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { cardId } from "./card-focus.ts";
import styles from "./question-card.module.css";

/** An answered question as one line, on small screens. */
export function FoldedCard({ asked: { question, path }, onChange }: { readonly asked: Asked; readonly onChange: () => void }) {
  const { answers, plan } = useSession();
  const value = answers.given[path];
  const text = value === undefined ? "" : answerText(question.control, value, plan.project.names);
  return (
    <section className={styles.folded} id={cardId(path)} aria-label={question.label}>
      <h3 className={styles.foldedTitle}>{question.short}</h3>
      <p className={styles.foldedValue}>{isMono(question.control) ? <code><LongName text={text} /></code> : text}</p>
      <Button kind="link" onClick={onChange}>
        Change <VisuallyHidden>{question.short}</VisuallyHidden>
      </Button>
    </section>
  );
}

/** A question that no longer matters, whose answer is kept for the day it does. */
export function NotNeededCard({ asked: { question, path } }: { readonly asked: Asked }) {
  const { answers, plan } = useSession();
  const value = answers.given[path];
  if (value === undefined) return null;
  return (
    <p className={styles.notNeeded}>
      – {question.short}: not needed for the answers so far. Kept: {answerText(question.control, value, plan.project.names)}
    </p>
  );
}
