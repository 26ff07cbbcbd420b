import { useState } from "react";
import { sourceFor, titleWithSubject, type AnswerPath } from "../../engine/index.ts";
import { useSession } from "../../lib/session/index.ts";
import type { AnswerState } from "../../plan-ui/answer-state.ts";
import { choiceAt } from "../../plan-ui/choices.ts";
import type { Asked } from "../../plan-ui/layout.ts";
import { partLink } from "../../plan-ui/links.ts";
import { indexOf } from "../../plan-ui/plan-index.ts";
import { SourceText } from "../../plan-ui/source-text.tsx";
import { count } from "../../plan-ui/words.ts";
import { Button } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Sign, type SignName } from "../../ui/signs.tsx";
import styles from "./card-foot.module.css";

const STATES: Readonly<Record<AnswerState, readonly [sign: SignName | undefined, words: string]>> = {
  given: ["given", "Given"],
  assumed: ["assumed", "Assumed"],
  marked: ["open", "Open"],
  waiting: ["open", "Open"],
  blank: [undefined, "Not answered"],
};

interface CardFootProps {
  readonly asked: Asked;
  readonly state: AnswerState;
  readonly onNotKnown: () => void;
  readonly onKnown: () => void;
}

/** Foot of a question card: how certain the answer is, the way out, what uses it, where the question comes from. */
export function CardFoot({ asked, state, onNotKnown, onKnown }: CardFootProps) {
  const { readOnly } = useSession();
  const [sign, words] = STATES[state];
  return (
    <div className={styles.foot}>
      <span className={styles.state}>
        {sign && <Sign name={sign} />}
        <span>{words}</span>
      </span>
      <Button kind="link" disabled={readOnly} aria-keyshortcuts="Alt+N" onClick={state === "marked" ? onKnown : onNotKnown}>
        {state === "marked" ? "I know it" : "Not known yet"}
      </Button>
      <span className={styles.right}>
        <Compare path={asked.path} />
        <UsedBy path={asked.path} />
        <QuestionSource id={asked.question.source} />
      </span>
    </div>
  );
}

/** The way to the comparison, at questions that decide something important. */
function Compare({ path }: { readonly path: AnswerPath }) {
  const { answers, plan, planKey } = useSession();
  const choice = choiceAt(answers, plan, path);
  if (!choice) return null;
  return <a href={partLink(planKey, "decisions", choice.id)}>Compare the choices</a>;
}

function UsedBy({ path }: { readonly path: AnswerPath }) {
  const { plan } = useSession();
  const [open, setOpen] = useState(false);
  const { names } = plan.project;
  const readers = indexOf(plan).readers.get(path) ?? [];
  const titles = [...new Set(readers.map(({ title, per, subject }) => titleWithSubject(title, names, per, subject)))];
  if (titles.length === 0) return null;
  const trigger = (
    <Button kind="link" className={styles.link}>
      <Sign name="why" /> Used by {count(titles.length, "value")}
    </Button>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger={trigger} heading="What uses this answer">
      <ul className={styles.list}>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </Popover>
  );
}

function QuestionSource({ id }: { readonly id: string }) {
  const [open, setOpen] = useState(false);
  const { plan } = useSession();
  const source = sourceFor(id, plan.project.release);
  if (!source) return null;
  const trigger = (
    <Button kind="link" className={styles.link}>
      <Sign name="source" /> Source
    </Button>
  );
  return (
    <Popover open={open} onOpenChange={setOpen} trigger={trigger} heading="Where this question comes from">
      <SourceText source={source} withAddress />
    </Popover>
  );
}
