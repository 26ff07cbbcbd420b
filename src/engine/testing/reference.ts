import { withAnswer, withSubject, type Answers, type AnswerValue, type ListedKind } from "../answers/answers.ts";
import { indexAnswers, NO_ANSWERS } from "../answers/answers.ts";
import { planFrom } from "../plan/plan-from.ts";
import { keptByRunning } from "../checks/kept-by-running.ts";
import { ruleOf, type Check } from "../kernel/check.ts";
import { Evaluation } from "../kernel/evaluation.ts";
import type { AnswerPath, Cell } from "../kernel/outcome.ts";
import type { Rule } from "../kernel/rule.ts";
import type { Finding, Plan } from "../plan/plan.ts";
import { installationAnswers } from "../../../tests/support/golden-plans.ts";

/** Answers to change, by path; `undefined` takes one away. */
export type Changes = Readonly<Record<AnswerPath, AnswerValue | undefined>>;

/** The reference setup, as the setup checklist has it, with some answers changed. */
export function referenceAnswers(changes: Changes = {}): Answers {
  return changed(installationAnswers("setup-checklist"), changes);
}

/** What the Services of the reference setup hold that an upgrade to another entry leaves where they are. */
export const HELD_BEFORE: Changes = { "loadBalancer.clusters.seed.keepFormerEntry": "10.20.30.1", "loadBalancer.clusters.seed.keepNodeportProxy": "10.20.30.2" };

/**
 * A minimal plan of these answers alone. Places, clusters and datacenters come from the paths, in the order they appear.
 * @example answersOf({ "project.domain": "kubermatic.example.com", "infrastructure.clusters.seed.role": "master-and-seed" })
 */
export function answersOf(given: Changes): Answers {
  const kinds: Readonly<Record<string, ListedKind>> = { places: "place", clusters: "cluster", datacenters: "datacenter" };
  const withSubjects = Object.keys(given).reduce((answers, path) => {
    const [, group = "", id = ""] = path.split(".");
    const kind = path.split(".").length === 4 ? kinds[group] : undefined;
    return kind === undefined || answers.subjects[kind].includes(id) ? answers : withSubject(answers, kind, id);
  }, NO_ANSWERS);
  return changed(withSubjects, given);
}

/** The same answers with some changed; subjects that a path names must exist already. */
export function changed(answers: Answers, changes: Changes): Answers {
  return Object.entries(changes).reduce((so, [path, value]) => withAnswer(so, path, value), answers);
}

/** The plan of the reference setup with some answers changed. */
export function referencePlan(changes: Changes = {}): Plan {
  return planFrom(referenceAnswers(changes));
}

/** One evaluation of a rule. */
export function cellOf<T>(rule: Rule<T>, answers: Answers, subject?: string): Cell<T> {
  return new Evaluation(indexAnswers(answers)).cell(rule, subject);
}

/** The value of a rule that must be known. */
export function valueOf<T>(rule: Rule<T>, answers: Answers, subject?: string): T {
  const { outcome } = cellOf(rule, answers, subject);
  if (outcome.kind !== "known") throw new Error(`${rule.id} is ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** What a check finds, for all its subjects. */
export function findingsOf(check: Check, answers: Answers): readonly Finding[] {
  const rule = ruleOf(check, keptByRunning);
  const evaluation = new Evaluation(indexAnswers(answers));
  const subjects = rule.per === "plan" ? ["plan"] : answers.subjects[rule.per];
  return subjects.flatMap((subject) => {
    const { outcome } = evaluation.cell(rule, subject);
    return outcome.kind === "known" ? outcome.value : [];
  });
}
