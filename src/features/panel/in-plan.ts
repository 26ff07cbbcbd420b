import { figure } from "../../plan-ui/words.ts";

/** How many the whole plan has, as a link to them: "All 14 of the plan". */
export function inPlan(total: number): string {
  if (total === 0) return "None in the plan";
  return total === 1 ? "The only one of the plan" : `All ${figure(total)} of the plan`;
}
