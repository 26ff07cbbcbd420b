import { useSession } from "../../../lib/session/index.ts";
import { CopyButton } from "../../../plan-ui/copy-button.tsx";
import { RichText } from "../../../plan-ui/rich-text.tsx";
import { OpenChip } from "../../../plan-ui/value-text.tsx";
import { WhyButton } from "../../../plan-ui/why-button.tsx";
import { count } from "../../../plan-ui/words.ts";
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
            <p className={styles.small}>
              <RichText text={step.text} />
            </p>
            {step.waiting !== undefined && (
              <ul className={styles.small}>
                {step.waiting.map(({ question }) => (
                  <li key={question}>
                    {openPoints.find(({ path }) => path === question)?.title} <OpenChip path={question} />
                  </li>
                ))}
              </ul>
            )}
            {step.commands.length > 0 && (
              <>
                <pre className={styles.code} tabIndex={0} role="region" aria-label={`Commands of step ${step.order}`}>
                  {step.commands.join("\n")}
                </pre>
                <div>
                  <CopyButton text={step.commands.join("\n")} what={`commands of step ${step.order}`} />
                </div>
              </>
            )}
            <WhyButton of={step} title={step.title} />
          </li>
        ))}
      </ol>
    </>
  );
}
