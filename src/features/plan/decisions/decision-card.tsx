import { useEffect, useRef } from "react";
import { findQuestion, subjectName, titleWithSubject, type Alternative, type OpenChoice } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { askedAt } from "../../../plan-ui/layout.ts";
import { questionHref } from "../../../plan-ui/links.ts";
import { RichText } from "../../../plan-ui/rich-text.tsx";
import { ValueText } from "../../../plan-ui/value-text.tsx";
import { WhyButton } from "../../../plan-ui/why-button.tsx";
import { count } from "../../../plan-ui/words.ts";
import { Button } from "../../../ui/button.tsx";
import { SelectField } from "../../../ui/select-field.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { VisuallyHidden } from "../../../ui/visually-hidden.tsx";
import { Comparison } from "./comparison.tsx";
import styles from "./decisions.module.css";

/** Other ways that are named beside the button, where there are so few. */
const NAMED = 3;

const SUBJECT_WORDS = { plan: "Of", place: "Place", cluster: "Cluster", datacenter: "Datacenter" } as const;

interface DecisionCardProps {
  /** The choices of one kind: one for the plan, or one for each of its subjects. */
  readonly choices: readonly OpenChoice[];
  /** The one to show. */
  readonly choice: OpenChoice;
  /** Whether it is set beside its other ways. */
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Shows the choice of another subject. */
  readonly onSubject: (id: string) => void;
}

/** One decision: what is chosen, what that brings, and when it is opened what else could be chosen. */
export function DecisionCard({ choices, choice, open, onOpen, onSubject }: DecisionCardProps) {
  const { plan, planKey, answer, undo } = useSession();
  const toast = useToast();
  const card = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { names } = plan.project;
  const { id, decision, current, others, question, subject } = choice;
  const asked = askedAt(question);
  const kind = asked?.question.subject ?? "plan";
  const title = decision?.title ?? (asked && titleWithSubject(asked.question.short, names, kind, subject)) ?? id;

  // The address asked for it: it takes the place of the page's heading.
  const wanted = useRef(open);
  useEffect(() => {
    if (!wanted.current) return;
    heading.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: "start" });
  }, []);

  const choose = (way: Alternative) => {
    answer(question, way.value, `${way.title} chosen`);
    heading.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: "start" });
    toast({ text: `${title}: ${way.title} chosen.`, undo });
  };
  const headingId = `card-${id}`;
  return (
    <section className={styles.card} ref={card} aria-labelledby={headingId}>
      <header className={styles.head}>
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {choices.length > 1 && (
          <SelectField inline mono label={SUBJECT_WORDS[kind]} value={id} onChange={(event) => onSubject(event.target.value)}>
            {choices.map((each) => (
              <option key={each.id} value={each.id}>
                {kind === "plan" ? each.subject : subjectName(names, kind, each.subject)}
              </option>
            ))}
          </SelectField>
        )}
      </header>
      <p className={styles.chosen}>
        {decision || current ? <ValueText value={{ kind: "known", value: decision?.choice ?? current?.title ?? "" }} assumed={decision?.assumed ?? false} mono={false} /> : <ValueText value={{ kind: "open", question }} />}
        {decision?.assumed && <span className={styles.muted}> (assumed)</span>}
        {decision && <WhyButton of={decision} title={title} value={undefined} />}
      </p>
      <p className={styles.why}>{decision ? <RichText text={decision.why} /> : <Waits choice={choice} />}</p>
      <p className={styles.actions}>
        <Button size="small" aria-expanded={open} onClick={() => onOpen(!open)}>
          {open ? "Close the comparison" : current ? `Compare with ${count(others.length, "other way")}` : `Compare ${count(others.length, "way")}`} <VisuallyHidden>{title}</VisuallyHidden>
        </Button>
        {!open && others.length <= NAMED && <span className={styles.muted}>{others.map((way) => way.title).join(", ")}</span>}
        <a href={questionHref(planKey, question)}>Go to question</a>
      </p>
      {open && <Comparison key={id} choice={choice} onChoose={choose} />}
    </section>
  );
}

/** What stands in the way of telling what a decision brings. */
function Waits({ choice: { waits, current } }: { readonly choice: OpenChoice }) {
  const { planKey } = useSession();
  if (waits.length === 0) return current === undefined ? "Nothing is chosen yet." : "What it brings waits for other answers.";
  return (
    <>
      What it brings waits for:{" "}
      {waits.map((path, at) => (
        <span key={path}>
          {at > 0 && "; "}
          <a href={questionHref(planKey, path)}>{askedAt(path)?.question.short ?? findQuestion(path)?.short ?? path}</a>
        </span>
      ))}
    </>
  );
}
