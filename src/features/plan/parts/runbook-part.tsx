import { sentencesOf } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { CopyButton } from "../../../plan-ui/copy-button.tsx";
import { RichText } from "../../../plan-ui/rich-text.tsx";
import { OpenChip } from "../../../plan-ui/value-text.tsx";
import { WhyButton } from "../../../plan-ui/why-button.tsx";
import { count, sentence } from "../../../plan-ui/words.ts";
import { missingFor } from "../missing-for.ts";
import { PartHead } from "../part-head.tsx";
import styles from "../plan-part.module.css";

/** Steps of the installation in order. */
export function RunbookPart() {
  const { plan } = useSession();
  const { runbook, openPoints } = plan;
  const told = runbook.filter(({ waiting }) => waiting === undefined).length;
  return (
    <>
      <PartHead title="Runbook">{runbook.length === 0 ? "No step can be written yet." : `${count(told, "step")}${missingFor(plan, "runbook").length > 0 ? " so far" : ""}, in this order.`}</PartHead>
      <ol className={styles.run}>
        {runbook.map((step) => (
          <li key={step.id} id={step.id} className={styles.step}>
            <span aria-hidden="true">{step.order}</span>
            <h2>
              <RichText text={step.title} />
            </h2>
            <Instructions text={step.text} />
            {step.files?.map(({ name, lines }) => <Listing key={name} title={name} lines={lines} what={name} />)}
            {step.waiting !== undefined && (
              <ul className={styles.small}>
                {step.waiting.map(({ question }) => (
                  <li key={question}>
                    {openPoints.find(({ path }) => path === question)?.title} <OpenChip path={question} />
                  </li>
                ))}
              </ul>
            )}
            {step.commands.length > 0 && <Listing lines={step.commands} what={`commands of step ${step.order}`} />}
            <WhyButton of={step} title={step.title} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** What is done and known at a step: a line for each sentence, so that none is passed over beside the commands. */
function Instructions({ text }: { readonly text: string }) {
  const sentences = sentencesOf(text);
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.instructions}>
      {sentences.map((line) => (
        <li key={line}>
          <RichText text={line} />
        </li>
      ))}
    </ul>
  );
}

interface ListingProps {
  /** Name of the file that the lines are; absent for commands. */
  readonly title?: string;
  readonly lines: readonly string[];
  /** What the button copies, in words. */
  readonly what: string;
}

/** Lines to be copied. */
function Listing({ title, lines, what }: ListingProps) {
  const text = lines.join("\n");
  return (
    <>
      {title !== undefined && (
        <h3>
          <code>{title}</code>
        </h3>
      )}
      <pre className={styles.code} tabIndex={0} role="region" aria-label={title ?? sentence(what)}>
        {text}
      </pre>
      <div>
        <CopyButton text={text} what={what} />
      </div>
    </>
  );
}
