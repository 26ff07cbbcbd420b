import { planner, type Answers, type Plan } from "../../engine/index.ts";

const derive = planner();
const derived = new WeakMap<Answers, Plan>();

/** The plan of these answers, derived once for as long as the answers live; after an edit, only what it touches. */
export function planOf(answers: Answers): Plan {
  let plan = derived.get(answers);
  if (!plan) {
    plan = derive(answers);
    derived.set(answers, plan);
  }
  return plan;
}
