import { planFrom, type Answers, type Plan } from "../../engine/index.ts";

const derived = new WeakMap<Answers, Plan>();

/** The plan of these answers, derived once for as long as the answers live. */
export function planOf(answers: Answers): Plan {
  let plan = derived.get(answers);
  if (!plan) {
    plan = planFrom(answers);
    derived.set(answers, plan);
  }
  return plan;
}
