import { planId, type Answers, type Value } from "../../engine/index.ts";
import type { PlanSummary } from "../storage/database.ts";
import { planOf } from "./plan-of.ts";

const certain = <T>(value: Value<T>): T | undefined => (value.kind === "known" ? value.value : undefined);

/** What the list of saved plans says about a plan, so that it need not derive one. */
export function summaryOf(answers: Answers): PlanSummary {
  const { project, findings, openPoints } = planOf(answers);
  return {
    planId: planId(answers),
    domain: certain(project.domain),
    release: certain(project.release),
    blockers: findings.filter(({ severity }) => severity === "blocker").length,
    openPoints: openPoints.length,
  };
}
