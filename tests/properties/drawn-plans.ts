import * as fc from "fast-check";
import { planFileContent, planFrom, type Answers, type Plan } from "../../src/engine/index.ts";
import { someAnswers } from "../support/arbitrary-answers.ts";

/** The same plans for every law and in every run. */
const DRAWN = { numRuns: 300, seed: 20_261_122 };

export interface DrawnPlan {
  readonly answers: Answers;
  readonly plan: Plan;
}

let drawn: readonly DrawnPlan[] | undefined;

/** Answers drawn by the generator with what follows from them; derived once for all laws, and never again. */
export function drawnPlans(): readonly DrawnPlan[] {
  drawn ??= fc.sample(someAnswers(), DRAWN).map((answers) => ({ answers, plan: planFrom(answers) }));
  return drawn;
}

/** Holds a law against every drawn plan; a plan that breaks it is told as the plan file that one can open. */
export function everyPlan(law: (plan: Plan, answers: Answers) => void, plans: readonly DrawnPlan[] = drawnPlans()): void {
  for (const { plan, answers } of plans) {
    try {
      law(plan, answers);
    } catch (fault) {
      throw new Error(`${fault instanceof Error ? fault.message : String(fault)}\n\nin the plan ${JSON.stringify(planFileContent(answers))}`, { cause: fault });
    }
  }
}
