import { authentication } from "../answers/chapters/authentication.ts";
import { certificates } from "../answers/chapters/certificates.ts";
import { dns } from "../answers/chapters/dns.ts";
import { exposure } from "../answers/chapters/exposure.ts";
import { infrastructure } from "../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../answers/chapters/load-balancer.ts";
import { monitoring } from "../answers/chapters/monitoring.ts";
import { project } from "../answers/chapters/project.ts";
import { storage } from "../answers/chapters/storage.ts";
import { givenAt, isAsked, lookAt, withAnswer, type Answers } from "../answers/answers.ts";
import { pathOf, type Question } from "../answers/question.ts";
import { PLAN, type AnswerPath } from "../kernel/outcome.ts";
import { layoutWays } from "./layouts.ts";
import type { Decision, Plan } from "./plan.ts";
import { questionAndSubject, subjectName } from "./subject-of.ts";

/** What stands behind a kind of decision. */
interface Decided {
  readonly question: Question<unknown>;
  /** Rule that words the decision. */
  readonly rule: string;
}

/** Kinds of decisions by the beginning of their ids, in the plan's order. */
const DECIDED: Readonly<Record<string, Decided>> = {
  release: { question: project.plan.release, rule: "decisions.release" },
  edition: { question: project.plan.edition, rule: "decisions.edition" },
  layout: { question: infrastructure.cluster.role, rule: "decisions.layout" },
  integration: { question: infrastructure.datacenter.seed, rule: "decisions.integration" },
  "expose-strategy": { question: loadBalancer.plan.exposeStrategy, rule: "decisions.expose-strategy" },
  "seed-strategy": { question: exposure.cluster.exposeStrategy, rule: "decisions.seed-strategy" },
  "datacenter-strategy": { question: exposure.datacenter.exposeStrategy, rule: "decisions.datacenter-strategy" },
  "load-balancer": { question: loadBalancer.cluster.kind, rule: "decisions.load-balancer" },
  "api-endpoint": { question: loadBalancer.cluster.apiEndpoint, rule: "decisions.api-endpoint" },
  "platform-names": { question: dns.plan.platformNames, rule: "decisions.names" },
  "seed-wildcard": { question: dns.plan.seedWildcard, rule: "decisions.names" },
  certificates: { question: certificates.plan.issuance, rule: "decisions.certificates" },
  authentication: { question: authentication.plan.connector, rule: "decisions.authentication" },
  backup: { question: storage.cluster.backupTarget, rule: "decisions.backup" },
  mla: { question: monitoring.plan.mla, rule: "decisions.mla" },
  "user-cluster-mla": { question: monitoring.plan.userClusterMla, rule: "decisions.user-cluster-mla" },
};

/** One way in which a question can be decided. */
export interface Way {
  readonly value: string | boolean;
  readonly title: string;
  /** What it makes of the answers, where it is more than this value at the question. */
  readonly changes?: (answers: Answers) => Answers;
  /** How people choose it then, as a sentence. */
  readonly by?: string;
}

/** The answers with which a choice is made that way. */
export const decidedAs = (answers: Answers, { question }: Pick<OpenChoice, "question">, { value, changes }: Way): Answers => (changes ? changes(answers) : withAnswer(answers, question, value));

/** A choice that can be weighed, decided or not. */
export interface OpenChoice {
  /** Id of its decision: `decision.load-balancer[seed]`. */
  readonly id: string;
  /** Kind of decision: `load-balancer`. */
  readonly kind: string;
  readonly question: AnswerPath;
  readonly subject: string;
  /** What the plan says; absent while it waits for answers. */
  readonly decision?: Decision;
  /** What is chosen, or counted on; absent while nothing is. */
  readonly current?: Way;
  /** Answers for which the decision's consequence waits, apart from the choice itself. */
  readonly waits: readonly AnswerPath[];
  /** What else could be chosen. */
  readonly others: readonly Way[];
}

/** Kind of a decision by its id. */
export const kindOfDecision = (id: string): string => /^decision\.([^[]+)/.exec(id)?.[1] ?? "";

/** Everything that the plan decides or waits to decide, with what else could be chosen; nothing is derived for it. */
export function openChoices(answers: Answers, plan: Plan): readonly OpenChoice[] {
  const byKind = new Map<string, Decision[]>();
  for (const decision of plan.decisions) {
    const kind = kindOfDecision(decision.id);
    byKind.set(kind, [...(byKind.get(kind) ?? []), decision]);
  }
  const waiting = [...plan.cells.values()].filter(({ state, rule }) => state === "waiting" && rule.startsWith("decisions."));
  return Object.entries(DECIDED).flatMap(([kind, { question, rule }]): readonly OpenChoice[] => [
    ...(byKind.get(kind) ?? []).flatMap((decision) => {
      const { subject } = questionAndSubject(decision.question);
      return isAsked(question, answers, subject) ? [{ ...choiceAt(answers, plan, kind, question, subject, decision), waits: [] }] : [];
    }),
    ...waiting.flatMap((cell) => {
      const ofPlan = question.subject === "plan";
      if (cell.rule !== rule || ofPlan !== (cell.subject === PLAN) || !isAsked(question, answers, cell.subject)) return [];
      const path = pathOf(question, cell.subject);
      return [{ ...choiceAt(answers, plan, kind, question, cell.subject), waits: cell.missing.filter((missing) => missing !== path) }];
    }),
  ]);
}

function choiceAt(answers: Answers, plan: Plan, kind: string, question: Question<unknown>, subject: string, decision?: Decision): Omit<OpenChoice, "waits"> {
  const path = pathOf(question, subject);
  const ways = waysOf(question, answers, plan);
  const value = givenAt(answers, path) ?? lookAt(answers)(question, subject);
  const current = ways.find((way) => way.value === value) ?? ways.find(({ title }) => title === decision?.choice);
  const others = ways.filter((way) => way !== current);
  return {
    id: decision?.id ?? `decision.${kind}${subject === PLAN ? "" : `[${subject}]`}`,
    kind,
    question: path,
    subject,
    ...(decision ? { decision } : {}),
    ...(current ? { current } : {}),
    others: kind === "layout" && current ? layoutWays(answers, plan, subject, others) : others,
  };
}

function waysOf({ control }: Question<unknown>, answers: Answers, { project: { names } }: Plan): readonly Way[] {
  if (control.type === "choice") return control.choices.map(({ value, label }) => ({ value, title: label }));
  if (control.type === "yes-no") return [{ value: true, title: control.yes }, { value: false, title: control.no }];
  if (control.type === "subject") {
    const { kind } = control;
    return answers.subjects[kind].map((id) => ({ value: id, title: subjectName(names, kind, id) }));
  }
  return [];
}
