import type { Explanation } from "../engine/index.ts";
import { useSession } from "../lib/session/index.ts";
import { Button } from "../ui/button.tsx";
import { Sign } from "../ui/signs.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { answerText, isMono } from "./answer-text.ts";
import { askedAt } from "./layout.ts";
import { questionHref } from "./links.ts";
import { indexOf } from "./plan-index.ts";
import { LongName } from "./rich-text.tsx";
import { useConfirm } from "./use-confirm.ts";
import { whoAndWhen } from "./value-text.tsx";
import styles from "./why.module.css";

/** One answer in a chain of reasons: given with Change, assumed with Confirm, or open with who will know. */
export function WhyAnswer({ answer: { path, title, state }, onLeave }: { readonly answer: Explanation["answers"][number]; readonly onLeave: () => void }) {
  const { answers, plan, planKey, readOnly } = useSession();
  const confirm = useConfirm();
  const question = askedAt(path)?.question;
  const given = answers.given[path];
  const assumption = indexOf(plan).assumptions.get(path);
  const text =
    state === "assumed" ? assumption?.shown : state === "missing" ? whoAndWhen(plan, path) : given !== undefined && question ? answerText(question.control, given, plan.project.names) : undefined;
  const mono = state !== "missing" && question !== undefined && isMono(question.control);
  const shown = text !== undefined && (mono ? <code><LongName text={text} /></code> : text);
  return (
    <li>
      <Sign name={state === "missing" ? "open" : state} />
      <div>
        <p className={styles.caption}>
          {state === "assumed" ? "Assumption" : state === "missing" ? "Open" : "Your answer"}, {title}
        </p>
        <p className={state === "assumed" ? styles.assumed : undefined}>{shown}</p>
        {assumption && state === "assumed" && <p className={styles.caption}>{assumption.sentence}</p>}
      </div>
      {state === "assumed" && assumption && !assumption.empty ? (
        <Button kind="link" disabled={readOnly} onClick={() => confirm(assumption.title, [assumption])}>
          Confirm <VisuallyHidden>{title}</VisuallyHidden>
        </Button>
      ) : (
        <a href={questionHref(planKey, path)} onClick={onLeave}>
          {state === "missing" ? "Answer" : "Change"}{" "}
          <VisuallyHidden>{title}</VisuallyHidden>
        </a>
      )}
    </li>
  );
}
