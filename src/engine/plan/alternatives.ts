import type { Answers } from "../answers/answers.ts";
import type { AnswerPath } from "../kernel/outcome.ts";
import { decidedAs, kindOfDecision, openChoices, type OpenChoice, type Way } from "./decided.ts";
import { planner } from "./plan-from.ts";
import type { Decision, Endpoint, Plan } from "./plan.ts";

/** What a plan amounts to, in the figures that people weigh a choice by. */
export interface PlanFigures {
  /** Virtual addresses, as the summary counts them: of entries, nodeport-proxies, user clusters and their API servers. */
  readonly addresses: number;
  readonly records: number;
  readonly certificateNames: number;
  readonly firewallRows: number;
  /** Ports on which user-cluster API servers are reached from outside, those of each Seed counted by themselves. */
  readonly apiPorts: number;
  readonly workers: number;
  /** Items of the checklist. */
  readonly prerequisites: number;
  readonly openPoints: number;
}

/** Another way to decide, and what the plan would be then. */
export interface Alternative extends Way {
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

/** Kinds of decisions that the document weighs. */
const WEIGHED = new Set(["layout", "expose-strategy", "seed-strategy", "datacenter-strategy", "load-balancer", "certificates", "authentication", "backup"]);
/** A choice that is made for each of many clusters is weighed for the first of them, so that large plans stay quick. */
const SUBJECTS = 3;
/** From so many clusters on, one of them stands for all. */
const MANY = 10;

/** How many addresses the load balancers of a plan give to Services of the platform, those of user clusters with them. */
export const virtualAddresses = ({ addresses }: Plan): number => addresses.assignments.reduce((sum, { count, virtual }) => sum + (virtual ? count : 0), 0);

/** The figures of a plan. */
export function figuresOf(plan: Plan): PlanFigures {
  return {
    addresses: virtualAddresses(plan),
    records: plan.dns.records.filter(({ need }) => need === "required").length,
    certificateNames: plan.certificates.requests.reduce((sum, { names }) => sum + names.length, 0),
    firewallRows: plan.firewall.flows.length,
    apiPorts: apiPortsOf(plan),
    workers: plan.sizing.clusters.reduce((sum, { workers }) => sum + workers, 0),
    prerequisites: plan.checklist.length,
    openPoints: plan.openPoints.length,
  };
}

/** Ends at which user-cluster API servers answer. */
const FRONTS: readonly Endpoint["kind"][] = ["nodeport-proxy", "user-cluster-front", "api-servers"];

/** One port, or the first and the last of a stretch. */
const SPAN = /^(\d+)(?:-(\d+))?$/;

function apiPortsOf({ firewall }: Plan): number {
  const fronts = new Set(firewall.endpoints.filter(({ kind }) => FRONTS.includes(kind)).map(({ id }) => id));
  // Messages of ICMPv6 have types, and no ports.
  const dialled = firewall.flows.filter(({ destination, protocol }) => fronts.has(destination) && protocol !== "ICMPv6");
  const spans = new Set(dialled.flatMap(({ destination, ports }) => ports.split(/,\s*/).map((span) => `${destination} ${span}`)));
  return [...spans].reduce((sum, span) => {
    const [, first, last = first] = SPAN.exec(span.slice(span.indexOf(" ") + 1)) ?? [];
    return sum + (first === undefined ? 0 : Number(last) - Number(first) + 1);
  }, 0);
}

/**
 * Weighs each important decision of a plan: everything else that could be chosen, with what the engine derives from it.
 * Nothing is estimated; each alternative is a plan of its own, derived from the same answers with one choice changed.
 */
export function weighDecisions(answers: Answers): readonly WeighedDecision[] {
  const derive = planner();
  const plan = derive(answers);
  const seen = new Map<string, number>();
  return openChoices(answers, plan).flatMap((choice): readonly WeighedDecision[] => {
    const { kind, decision, others } = choice;
    if (!decision || !WEIGHED.has(kind)) return [];
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    if ((seen.get(kind) ?? 0) > (answers.subjects.cluster.length < MANY ? SUBJECTS : 1)) return [];
    return [{ decision, figures: figuresOf(plan), alternatives: others.map((way) => weighWay(plan, derive(decidedAs(answers, choice, way)), choice, way)) }];
  });
}

/** Important decisions of a plan that were not weighed, because others of their kind stand for them. */
export const notWeighed = ({ decisions }: Plan, weighed: readonly WeighedDecision[]): readonly Decision[] => {
  const done = new Set(weighed.map(({ decision }) => decision.id));
  return decisions.filter(({ id }) => WEIGHED.has(kindOfDecision(id)) && !done.has(id));
};

/** What one other way of deciding would bring: the plan that it gives, against the plan that is. */
export function weighWay(plan: Plan, other: Plan, { id }: Pick<OpenChoice, "id">, way: Way): Alternative {
  const findings = new Set(plan.findings.map((finding) => finding.id));
  const added = (severity: "blocker" | "warning") => other.findings.filter((finding) => finding.severity === severity && !findings.has(finding.id)).map((finding) => finding.title);
  const open = new Set(plan.openPoints.map(({ path }) => path));
  const items = new Set(plan.checklist.map((item) => item.id));
  const otherItems = new Set(other.checklist.map((item) => item.id));
  // With another layout it is a decision about another cluster, and the only one of its kind.
  const brings = (other.decisions.find((decision) => decision.id === id) ?? (way.changes && other.decisions.find((decision) => kindOfDecision(decision.id) === kindOfDecision(id))))?.why;
  const blockers = added("blocker");
  return {
    ...way,
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
