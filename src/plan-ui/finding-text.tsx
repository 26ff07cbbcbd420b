import type { Finding } from "../engine/index.ts";
import { useSession } from "../lib/session/index.ts";
import { Button } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { Sign } from "../ui/signs.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { FixEffects } from "./fix-effects.tsx";
import { questionHref } from "./links.ts";
import { RichText } from "./rich-text.tsx";
import styles from "./finding-text.module.css";

const SEVERITY = { blocker: "Blocker", warning: "Warning", advice: "Advice" } as const;

interface FindingTextProps {
  readonly finding: Finding;
  /** `row` in lists of findings, `note` under the field of a question. */
  readonly look?: "row" | "note";
  /** Leaves out the link to the question where the reader is there already. */
  readonly here?: boolean;
  /** The title alone, where the finding stands in full close by. */
  readonly brief?: boolean;
  readonly heading?: "h3" | "p";
}

/** A finding with its fixes: the same words wherever it stands. */
export function FindingText({ finding, look = "row", here = false, brief = false, heading: Heading = "p" }: FindingTextProps) {
  const { planKey, readOnly, applyFix } = useSession();
  const { severity, title, message, remedy, fixes, answers } = finding;
  const [best, ...others] = fixes;
  const [path] = answers;
  return (
    <div className={classes(styles.finding, look === "note" && styles.note, look === "note" && styles[severity])}>
      <Sign name={severity} />
      <div className={styles.words}>
        <Heading className={styles.title}>
          <VisuallyHidden>{SEVERITY[severity]}: </VisuallyHidden>
          <RichText text={title} />
        </Heading>
        {!brief && (
          <>
            <p className={styles.message}>
              <RichText text={message} />
            </p>
            <p className={styles.message}>
              <RichText text={remedy} />
            </p>
          </>
        )}
        {!brief && (best || (path && !here)) && (
          <div className={styles.fixes}>
            {best && (
              <Button kind={look === "row" && severity === "blocker" ? "primary" : "secondary"} size="small" disabled={readOnly} onClick={() => applyFix(best)}>
                <span>
                  <RichText text={best.title} />
                </span>
              </Button>
            )}
            {others.map((fix) => (
              <Button key={fix.title} kind="link" disabled={readOnly} onClick={() => applyFix(fix)}>
                <RichText text={fix.title} />
              </Button>
            ))}
            {path && !here && <a href={questionHref(planKey, path)}>Go to question</a>}
          </div>
        )}
        {!brief && best && <FixEffects finding={finding} />}
      </div>
    </div>
  );
}
