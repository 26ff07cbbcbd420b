import { useMemo } from "react";
import { RichText } from "../../plan-ui/rich-text.tsx";
import { count } from "../../plan-ui/words.ts";
import { Sign } from "../../ui/signs.tsx";
import { differing, type Consequence } from "./consequences.ts";
import styles from "./option-detail.module.css";

interface OptionDetailProps {
  readonly help: string | undefined;
  readonly weighed: ReadonlyMap<string, Consequence>;
  readonly option: string;
  /** The product does this unasked, and the plan counts on it. */
  readonly assumed: boolean;
}

/** What choosing an option means: its sentence, then figures from the plan with it chosen, then faults it brings. */
export function OptionDetail({ help, weighed, option, assumed }: OptionDetailProps) {
  const { figures, findings, moreOpen } = useMemo(() => differing(weighed, option), [weighed, option]);
  const shown = findings.slice(0, 3);
  if (!help && !assumed && figures.length === 0 && shown.length === 0 && moreOpen <= 0) return null;
  return (
    <span className={styles.detail}>
      {help && <span>{help}</span>}
      {assumed && (
        <span className={styles.line}>
          <Sign name="assumed" /> <span className={styles.assumed}>The plan counts on this until you choose</span>
        </span>
      )}
      {(figures.length > 0 || moreOpen > 0) && (
        <span className={styles.figures}>
          {figures.map((text) => (
            <span key={text}>{text}</span>
          ))}
          {moreOpen > 0 && <span className={styles.open}>{count(moreOpen, "answer")} more to give</span>}
        </span>
      )}
      {shown.map(({ id, severity, title }) => (
        <span key={id} className={severity === "blocker" ? styles.blocker : styles.warning}>
          <Sign name={severity} /> <RichText text={title} />
        </span>
      ))}
      {findings.length > shown.length && <span>and {count(findings.length - shown.length, "finding")} more</span>}
    </span>
  );
}
