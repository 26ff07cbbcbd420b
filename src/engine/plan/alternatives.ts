import { isAsked, withAnswer, type Answers } from "../answers/answers.ts";
import { findQuestion } from "../answers/chapters/registry.ts";
import type { Control } from "../answers/question.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import { planner } from "./plan-from.ts";
import type { Decision, Plan } from "./plan.ts";
import { questionAndSubject } from "./subject-of.ts";

/** What a plan amounts to, in the figures that people weigh a choice by. */
export interface PlanFigures {
  /** Virtual addresses and those of Kubernetes APIs. */
  readonly addresses: number;
  readonly records: number;
  readonly certificateNames: number;
  readonly firewallRows: number;
  readonly workers: number;
  /** Items of the checklist. */
  readonly prerequisites: number;
  readonly openPoints: number;
}

/** Another way to decide, and what the plan would be then. */
export interface Alternative {
  readonly value: string | boolean;
  readonly title: string;
  /** Whether these answers allow it: it brings no blocker that is not there already. */
  readonly possible: boolean;
  readonly figures: PlanFigures;
  /** What would have to be answered then. */
  readonly asks: readonly { readonly path: AnswerPath; readonly title: string }[];
  /** Titles of blockers that it would bring. */
  readonly blockers: readonly string[];
  /** Titles of warnings that it would bring. */
  readonly warnings: readonly string[];
  /** Checklist items that would come on top. */
  readonly more: readonly string[];
  /** Checklist items that would go. */
  readonly fewer: readonly string[];
  /** The decision's consequence in the words of the other plan; absent while that plan waits for answers. */
  readonly brings?: string;
}

/** One decision of a plan beside everything else that could be chosen. */
export interface WeighedDecision {
  readonly decision: Decision;
  readonly figures: PlanFigures;
  readonly alternatives: readonly Alternative[];
}

/** Decisions worth weighing, by the beginning of their ids. */
const WEIGHED = ["layout", "expose-strategy", "load-balancer", "certificates", "authentication", "backup"];
/** A choice that is made for each of many clusters is weighed for the first of them, so that large plans stay quick. */
const SUBJECTS = 3;
/** From so many clusters on, one of them stands for all. */
const MANY = 10;

/** The figures of a plan. */
export function figuresOf(plan: Plan): PlanFigures {
  return {
    addresses: plan.addresses.assignments.reduce((sum, { count, purpose }) => sum + (["control-plane", "worker", "gateway"].includes(purpose) ? 0 : count), 0),
    records: plan.dns.records.filter(({ need }) => need === "required").length,
    certificateNames: plan.certificates.requests.reduce((sum, { names }) => sum + names.length, 0),
    firewallRows: plan.firewall.flows.length,
    workers: plan.sizing.clusters.reduce((sum, { workers }) => sum + workers, 0),
    prerequisites: plan.checklist.length,
    openPoints: plan.openPoints.length,
  };
}

/**
 * Weighs each important decision of a plan: everything else that could be chosen, with what the engine derives from it.
 * Nothing is estimated; each alternative is a plan of its own, derived from the same answers with one changed.
 * @param most Decisions with more alternatives than this are left out.
 */
export function weighDecisions(answers: Answers, most = Infinity): readonly WeighedDecision[] {
  const derive = planner();
  const plan = derive(answers);
  const seen = new Map<string, number>();
  const decisions = plan.decisions.filter(({ id }) => {
    const kind = WEIGHED.find((word) => id === `decision.${word}` || id.startsWith(`decision.${word}[`));
    if (kind === undefined) return false;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return (seen.get(kind) ?? 0) <= (answers.subjects.cluster.length < MANY ? SUBJECTS : 1);
  });
  return decisions.flatMap((decision) => {
    const { question: id, subject } = questionAndSubject(decision.question);
    const question = findQuestion(id);
    if (!question || !isAsked(question, answers, subject)) return [];
    const others = valuesOf(question.control).filter(({ title }) => title !== decision.choice);
    if (others.length > most) return [];
    return [{ decision, figures: figuresOf(plan), alternatives: others.map((other) => alternativeTo(plan, derive(withAnswer(answers, decision.question, other.value)), decision, other)) }];
  });
}

function valuesOf(control: Control): readonly { readonly value: string | boolean; readonly title: string }[] {
  if (control.type === "choice") return control.choices.map(({ value, label }) => ({ value, title: label }));
  if (control.type === "yes-no") return [{ value: true, title: control.yes }, { value: false, title: control.no }];
  return [];
}

function alternativeTo(plan: Plan, other: Plan, { id }: Decision, { value, title }: { readonly value: string | boolean; readonly title: string }): Alternative {
  const findings = new Set(plan.findings.map((finding) => finding.id));
  const added = (severity: "blocker" | "warning") => other.findings.filter((finding) => finding.severity === severity && !findings.has(finding.id)).map((finding) => finding.title);
  const open = new Set(plan.openPoints.map(({ path }) => path));
  const items = new Set(plan.checklist.map((item) => item.id));
  const otherItems = new Set(other.checklist.map((item) => item.id));
  const brings = other.decisions.find((decision) => decision.id === id)?.why;
  const blockers = added("blocker");
  return {
    value,
    title,
    possible: blockers.length === 0,
    figures: figuresOf(other),
    asks: other.openPoints.filter(({ path }) => !open.has(path)).map(({ path, title: asked }) => ({ path, title: asked })),
    blockers,
    warnings: added("warning"),
    more: other.checklist.filter((item) => !items.has(item.id)).map((item) => item.title),
    fewer: plan.checklist.filter((item) => !otherItems.has(item.id)).map((item) => item.title),
    ...(brings === undefined ? {} : { brings }),
  };
}
