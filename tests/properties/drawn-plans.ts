import { planFileContent, planFrom, type Answers, type Plan } from "../../src/engine/index.ts";
import { minimalPlans } from "../support/minimal-plans.ts";
import { endOf, shortWalks, steeredWalks, type Walk } from "../support/steered-answers.ts";

/** The same plans for every law and in every run. */
const SEED = 20_261_122;

/** Rounds of plans. Each asks every question and makes every choice, so what all of them do is done that often at least. */
export const ROUNDS = 4;
const PLANS_OF_A_ROUND = 75;

export interface DrawnPlan {
  /** The answers step by step, up to those of the plan. */
  readonly walk: Walk;
  readonly answers: Answers;
  readonly plan: Plan;
}

const rounds = new Map<number, readonly DrawnPlan[]>();

/** One step from the smallest plans of a fault: small, and between them they are reported by nearly every check. */
const nearFaults = (round: number): readonly Walk[] => shortWalks(SEED + 1000 * round + 500, [...minimalPlans.values()].filter((_answers, at) => at % ROUNDS === round));

/**
 * Plans that together ask every question and make every choice: enough for a law that costs much. Derived once for all
 * laws, and never again.
 */
export function drawnRound(round: number): readonly DrawnPlan[] {
  const known = rounds.get(round);
  if (known) return known;
  const drawn = [...steeredWalks(SEED + 1000 * round, PLANS_OF_A_ROUND), ...nearFaults(round)].map((walk) => ({ walk, answers: endOf(walk), plan: planFrom(endOf(walk)) }));
  rounds.set(round, drawn);
  return drawn;
}

/** The plans of all rounds. */
export const drawnPlans = (): readonly DrawnPlan[] => Array.from({ length: ROUNDS }, (_round, at) => drawnRound(at)).flat();

/** Holds a law against every drawn plan; a plan that breaks it is told as the plan file that one can open. */
export function everyPlan(law: (plan: Plan, answers: Answers, walk: Walk, at: number) => void, plans: readonly DrawnPlan[] = drawnPlans()): void {
  for (const [at, { plan, answers, walk }] of plans.entries()) {
    try {
      law(plan, answers, walk, at);
    } catch (fault) {
      throw new Error(`${fault instanceof Error ? fault.message : String(fault)}\n\nin the plan ${JSON.stringify(planFileContent(answers))}`, { cause: fault });
    }
  }
}
