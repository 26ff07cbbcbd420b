import type { ReactNode } from "react";
import { explain, type Derived, type Fact, type Source } from "../engine/index.ts";
import { useSession } from "../lib/session/index.ts";
import { Sign, type SignName } from "../ui/signs.tsx";
import { CopyButton } from "./copy-button.tsx";
import { usesOf } from "./derived.ts";
import { partLink } from "./links.ts";
import { LongName, RichText } from "./rich-text.tsx";
import { SourceText } from "./source-text.tsx";
import { WhyAnswer } from "./why-answer.tsx";
import styles from "./why.module.css";
import { count } from "./words.ts";

/** Answers, facts and sources shown at once, nearest first; the rest opens on demand. */
const NEAREST = 4;

interface WhyContentProps {
  readonly of: Derived;
  readonly value?: string | undefined;
  /** Called when a link leads away. */
  readonly onLeave: () => void;
}

/** Why a value is there: its sentence, the answers and defaults it rests on, the rule, facts and sources, and what uses it. */
export function WhyContent({ of: row, value, onLeave }: WhyContentProps) {
  const { plan, planKey } = useSession();
  const { why, rule, answers, facts, sources, restsOn } = explain(plan, row);
  const told = answers.filter(({ state }) => state !== "missing" || (plan.cells.get(row.from)?.missing.length ?? 0) > 0);
  const uses = usesOf(plan, row.from);
  // Answers that the value itself read stay in sight, however many.
  const direct = new Set(plan.cells.get(row.from)?.answers);
  const near = told.filter(({ path }, at) => at < NEAREST || direct.has(path));
  const far = told.filter((answer) => !near.includes(answer));
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
        {near.map(line)}
        {far.length > 0 && (
          <FurtherBack sign="given" what={count(far.length, "more answer")}>
            <ol className={styles.chain}>{far.map(line)}</ol>
          </FurtherBack>
        )}
        <li>
          <Sign name="why" plain />
          <div>
            <p className={styles.caption}>Rule</p>
            <p>{rule}</p>
          </div>
        </li>
        {restsOn.length > 0 && (
          <li>
            <Sign name="why" plain />
            <div>
              <p className={styles.caption}>Rests on other values, which say why themselves</p>
              <p>{[...restsOn.slice(0, NEAREST), ...(restsOn.length > NEAREST ? [count(restsOn.length - NEAREST, "more value")] : [])].join(", ")}</p>
            </div>
          </li>
        )}
        {facts.slice(0, NEAREST).map((fact) => (
          <FactLine key={fact.id} fact={fact} />
        ))}
        {facts.length > NEAREST && (
          <FurtherBack sign="source" what={count(facts.length - NEAREST, "more fact")}>
            <ol className={styles.chain}>
              {facts.slice(NEAREST).map((fact) => (
                <FactLine key={fact.id} fact={fact} />
              ))}
            </ol>
          </FurtherBack>
        )}
        {sources.length > 0 && (
          <li>
            <Sign name="source" plain />
            <div>
              <p className={styles.caption}>{sources.length === 1 ? "Source" : "Sources"}</p>
              <SourceList sources={sources.slice(0, NEAREST)} />
              {sources.length > NEAREST && (
                <details>
                  <summary>{count(sources.length - NEAREST, "more source")}, further back</summary>
                  <SourceList sources={sources.slice(NEAREST)} />
                </details>
              )}
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

/** Reasons of reasons, folded. */
function FurtherBack({ sign, what, children }: { readonly sign: SignName; readonly what: string; readonly children: ReactNode }) {
  return (
    <li>
      <Sign name={sign} plain={sign === "source"} />
      <details>
        <summary>{what}, further back</summary>
        {children}
      </details>
    </li>
  );
}

function FactLine({ fact: { statement, certainty } }: { readonly fact: Fact<unknown> }) {
  return (
    <li>
      <Sign name="source" plain />
      <div>
        <p className={styles.caption}>{certainty === "planning" ? "Planning figure of ours" : certainty === "unconfirmed" ? "Not confirmed by a source" : "Fact"}</p>
        <p>
          <RichText text={statement} />
        </p>
      </div>
    </li>
  );
}

function SourceList({ sources }: { readonly sources: readonly Source[] }) {
  return (
    <ul className={styles.sources}>
      {sources.map((source) => (
        <li key={source.id}>
          <SourceText source={source} />
        </li>
      ))}
    </ul>
  );
}
