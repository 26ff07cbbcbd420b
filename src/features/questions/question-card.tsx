import { useState, type KeyboardEvent } from "react";
import { useFocusOnNext } from "./use-focus-on-next.ts";
import type { SubjectNames } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import { answerText } from "../../plan-ui/answer-text.ts";
import { stateOf } from "../../plan-ui/answer-state.ts";
import { readEntry } from "../../plan-ui/entry.ts";
import { FindingText } from "../../plan-ui/finding-text.tsx";
import type { Asked } from "../../plan-ui/layout.ts";
import { indexOf } from "../../plan-ui/plan-index.ts";
import { RichText } from "../../plan-ui/rich-text.tsx";
import { AssumedValue } from "./assumed-value.tsx";
import { BlockRuler } from "./block-ruler.tsx";
import { CardFoot } from "./card-foot.tsx";
import { cardId } from "./card-focus.ts";
import { isOneField, QuestionControl } from "./controls/control.tsx";
import { FoldedCard } from "./folded-card.tsx";
import { NotKnownYet } from "./not-known-yet.tsx";
import styles from "./question-card.module.css";
import { useNarrow } from "./use-narrow.ts";

/** One question with its answer, its faults and its provenance. */
export function QuestionCard({ asked }: { readonly asked: Asked }) {
  const { question, path } = asked;
  const session = useSession();
  const { answers, plan, drafts } = session;
  const narrow = useNarrow();
  const [wasGiven] = useState(() => stateOf(answers, plan, path) === "given");
  const [opened, setOpened] = useState(false);
  const [other, setOther] = useState(false);
  const state = stateOf(answers, plan, path);
  const index = indexOf(plan);
  const assumption = state === "assumed" ? index.assumptions.get(path) : undefined;
  const findings = index.findings.get(path) ?? [];
  const id = cardId(path);
  const { control } = question;
  const oneField = isOneField(control);

  const [body, focusOnNext] = useFocusOnNext();
  const notKnown = () => {
    focusOnNext();
    session.markOpen(path, answers.open[path] ?? { owner: question.team });
  };
  const known = () => {
    focusOnNext();
    session.unmarkOpen(path);
  };
  const writeOther = () => {
    focusOnNext();
    setOther(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.code !== "KeyN") return;
    event.preventDefault();
    if (state === "marked") known();
    else notKnown();
  };

  if (narrow && wasGiven && !opened && state === "given" && findings.length === 0 && !Object.hasOwn(drafts, path)) {
    return <FoldedCard asked={asked} onChange={() => setOpened(true)} />;
  }
  const mark = answers.open[path];
  const shown = assumption && assumedText(asked, assumption.value, plan.project.names);
  const replaced = assumption !== undefined && (oneField || control.type === "table") && !other && !Object.hasOwn(drafts, path);
  return (
    <section className={styles.card} id={id} aria-labelledby={`${id}-heading`} onKeyDown={onKeyDown}>
      <h3 id={`${id}-heading`}>{oneField && state !== "marked" && !replaced ? <label htmlFor={`${id}-field`}>{question.label}</label> : question.label}</h3>
      <p className={styles.help} id={`${id}-help`}>
        <RichText text={question.help} />
      </p>
      <div className={styles.body} ref={body}>
        {state === "marked" && mark ? (
          <NotKnownYet asked={asked} mark={mark} />
        ) : replaced ? (
          <AssumedValue assumption={assumption} shown={shown ?? assumption.value} onConfirmed={focusOnNext} onOther={writeOther} />
        ) : (
          <QuestionControl asked={asked} fieldId={`${id}-field`} headingId={`${id}-heading`} describedBy={`${id}-help ${id}-findings`} />
        )}
        {assumption && !replaced && <AssumedValue assumption={assumption} shown={shown ?? assumption.value} onConfirmed={focusOnNext} onOther={undefined} />}
        {control.type === "block" && <BlockRuler asked={asked} />}
        <div id={`${id}-findings`} className={styles.findings}>
          {findings.map((finding) => (
            <FindingText key={finding.id} finding={finding} look="note" here brief={finding.answers[0] !== path && finding.severity !== "blocker"} />
          ))}
        </div>
      </div>
      <CardFoot asked={asked} state={state} onNotKnown={notKnown} onKnown={known} />
    </section>
  );
}

function assumedText({ question }: Asked, value: string, names: SubjectNames): string {
  const reading = readEntry(question, value);
  return reading.kind === "value" ? answerText(question.control, reading.value, names) : value;
}
