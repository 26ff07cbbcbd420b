import { explain, type Derived } from "../engine/index.ts";
import { useSession } from "../lib/session/index.ts";
import { Sign } from "../ui/signs.tsx";
import { CopyButton } from "./copy-button.tsx";
import { usesOf } from "./derived.ts";
import { partLink } from "./links.ts";
import { LongName, RichText } from "./rich-text.tsx";
import { SourceText } from "./source-text.tsx";
import { WhyAnswer } from "./why-answer.tsx";
import styles from "./why.module.css";
import { count } from "./words.ts";

/** Answers shown at once; the rest opens on demand. */
const NEAREST = 6;

interface WhyContentProps {
  readonly of: Derived;
  readonly value?: string | undefined;
  /** Called when a link leads away. */
  readonly onLeave: () => void;
}

/** Why a value is there: its sentence, the answers and defaults it rests on, the rule, facts and sources, and what uses it. */
export function WhyContent({ of: row, value, onLeave }: WhyContentProps) {
  const { plan, planKey } = useSession();
  const { why, rule, answers, facts, sources } = explain(plan, row);
  const told = answers.filter(({ state }) => state !== "missing" || (plan.cells.get(row.from)?.missing.length ?? 0) > 0);
  const uses = usesOf(plan, row.from);
  const line = (answer: (typeof told)[number]) => <WhyAnswer key={answer.path} answer={answer} onLeave={onLeave} />;
  return (
    <div className={styles.why}>
      {value !== undefined && (
        <div className={styles.value}>
          <code>
            <LongName text={value} />
          </code>
          <CopyButton text={value} what={value} />
        </div>
      )}
      <p>
        <RichText text={why} />
      </p>
      <h3 className={styles.small}>How we got here</h3>
      <ol className={styles.chain}>
        {told.slice(0, NEAREST).map(line)}
        {told.length > NEAREST && (
          <li>
            <Sign name="given" />
            <details>
              <summary>{count(told.length - NEAREST, "answer")} more, further back</summary>
              <ol className={styles.chain}>{told.slice(NEAREST).map(line)}</ol>
            </details>
          </li>
        )}
        <li>
          <Sign name="why" plain />
          <div>
            <p className={styles.caption}>Rule</p>
            <p>{rule}</p>
          </div>
        </li>
        {facts.map(({ id, statement, certainty }) => (
          <li key={id}>
            <Sign name="source" plain />
            <div>
              <p className={styles.caption}>{certainty === "planning" ? "Planning figure of ours" : certainty === "unconfirmed" ? "Not confirmed by a source" : "Fact"}</p>
              <p>
                <RichText text={statement} />
              </p>
            </div>
          </li>
        ))}
        {sources.length > 0 && (
          <li>
            <Sign name="source" plain />
            <div>
              <p className={styles.caption}>{sources.length === 1 ? "Source" : "Sources"}</p>
              <ul className={styles.sources}>
                {sources.map((source) => (
                  <li key={source.id}>
                    <SourceText source={source} />
                  </li>
                ))}
              </ul>
            </div>
          </li>
        )}
      </ol>
      {uses.length > 0 && (
        <p className={styles.uses}>
          Used by{" "}
          {uses.map(({ kind, count: number }, at) => (
            <span key={kind.one}>
              {at > 0 && ", "}
              <a href={partLink(planKey, kind.part)} onClick={onLeave}>
                {count(number, kind.one, kind.many)}
              </a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
