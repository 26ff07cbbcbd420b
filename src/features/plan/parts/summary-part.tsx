import { eventOf, findQuestion, type SubjectNames, type Value } from "../../../engine/index.ts";
import { useSession } from "../../../lib/session/index.ts";
import { reviewHref } from "../../../lib/routes.ts";
import { answerText } from "../../../plan-ui/answer-text.ts";
import { choicesOf } from "../../../plan-ui/choices.ts";
import { partLink } from "../../../plan-ui/links.ts";
import { NothingYet } from "../../../plan-ui/nothing-yet.tsx";
import { inFigures, totalsOf } from "../../../plan-ui/totals.ts";
import { RichText } from "../../../plan-ui/rich-text.tsx";
import { ValueText } from "../../../plan-ui/value-text.tsx";
import { count, day } from "../../../plan-ui/words.ts";
import { PartHead } from "../part-head.tsx";
import styles from "../plan-part.module.css";
import { PlanTable } from "../plan-table.tsx";

const joined = (value: Value<readonly string[]>): Value<string> => (value.kind === "known" ? { kind: "known", value: value.value.join(", ") } : value);
const asDay = (value: Value<string>): Value<string> => (value.kind === "known" ? { kind: "known", value: day(value.value) } : value);

/** A choice by its label. */
function inWords(question: string, value: Value<string>, names: SubjectNames): Value<string> {
  const control = findQuestion(question)?.control;
  return value.kind === "known" && control ? { kind: "known", value: answerText(control, value.value, names) } : value;
}

/** What the cover says, the figures of the plan, and the decisions behind it. */
export function SummaryPart() {
  const { answers, plan, planKey } = useSession();
  const weighed = new Set(choicesOf(answers, plan).map(({ id }) => id));
  const { project, decisions, openPoints, assumptions } = plan;
  const totals = totalsOf(plan);
  const facts: readonly (readonly [string, Value<string>])[] = [
    ["Customer", project.customer],
    ["Base domain", project.domain],
    ["KKP release", project.release],
    ["Edition", inWords("project.edition", project.edition, project.names)],
    ["Purpose", inWords("project.purpose", project.purpose, project.names)],
    ["Date", asDay(project.date)],
    ["Authors", joined(project.authors)],
  ];
  return (
    <>
      <PartHead title={project.title.kind === "known" ? project.title.value : "Summary"}>
        {[totals.records, totals.flows, totals.addresses].every((total) => total === 0 || total === "waiting") ? (
          <NothingYet />
        ) : (
          inFigures(totals)
        )}{" "}
        <a href={reviewHref(planKey)}>
          {count(totals.blockers, "blocker")}, {count(openPoints.length, "open point")}, {count(assumptions.length, "assumption")}
        </a>
        .
      </PartHead>
      <section className={styles.card} aria-label={`The ${eventOf(plan)}`}>
        <dl className={styles.facts}>
          {facts.map(([title, value]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{value.kind === "open" ? <MissingFact value={value} /> : <ValueText value={value} mono={title === "Base domain"} />}</dd>
            </div>
          ))}
        </dl>
      </section>
      <PlanTable
        title="Decisions"
        note="Each leads to what else could be chosen, and what that would bring."
        rows={decisions}
        columns={[
          { key: "title", title: "Decision", text: ({ title }) => title, cell: ({ id, title }) => (weighed.has(id) ? <a href={partLink(planKey, "decisions", id)}>{title}</a> : title) },
          { key: "choice", title: "Choice", text: ({ choice, assumed }) => (assumed ? `${choice} (assumed)` : choice), cell: ({ choice, assumed }) => <ValueText value={{ kind: "known", value: choice }} assumed={assumed} mono={false} /> },
          { key: "brings", title: "What it brings", text: ({ why }) => why, cell: ({ why }) => <RichText text={why} /> },
        ]}
      />
    </>
  );
}

/** Facts of the cover keep nothing waiting, so they are no open points. */
function MissingFact({ value }: { readonly value: Value<string> & { kind: "open" } }) {
  const { plan } = useSession();
  return plan.openPoints.some(({ path }) => path === value.question) ? <ValueText value={value} /> : <span className={styles.muted}>– not given</span>;
}
