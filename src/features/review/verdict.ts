import { eventOf, type Answers, type Plan } from "../../engine/index.ts";
import { firstNeeded } from "../../plan-ui/first-needed.ts";
import { count, countInWords, listed } from "../../plan-ui/words.ts";

/** What the review says first. */
export interface Verdict {
  readonly heading: string;
  readonly lead: string;
}

/** The plan's state as a heading, and what to do about it. */
export function verdictOf(plan: Plan, answers: Answers): Verdict {
  const blockers = plan.findings.filter(({ severity }) => severity === "blocker").length;
  const warnings = plan.findings.filter(({ severity }) => severity === "warning").length;
  const open = plan.openPoints.length;
  const teams = new Set(plan.openPoints.map(({ owner, team }) => owner ?? team)).size;
  const collect = `${count(open, "open answer")} from ${count(teams, "team")}`;
  if (blockers > 0) {
    const solve = blockers === 1 ? "Solve the blocker" : blockers === 2 ? "Solve both blockers" : `Solve the ${blockers} blockers`;
    return {
      heading: `${countInWords(blockers, "thing stops", "things stop")} this ${eventOf(plan)}`,
      lead: `${solve}${open > 0 ? `, then collect ${collect}` : ""}. Export works at any time.`,
    };
  }
  if (plan.dns.records.length === 0 && plan.addresses.assignments.length === 0) {
    const heading = "The plan has hardly begun";
    const needed = firstNeeded(plan, answers).map(({ title }) => title);
    if (needed.length > 0) return { heading, lead: `The first records and addresses need ${listed(needed)}.` };
    const wanted = plan.openPoints.filter(({ waiting }) => waiting.length > 0).toSorted((a, b) => b.waiting.length - a.waiting.length).slice(0, 3).map(({ title }) => `“${title}”`);
    return { heading, lead: wanted.length > 0 ? `Most of the plan waits for ${listed(wanted)}.` : "No record and no address follows from the answers so far." };
  }
  if (open > 0) return { heading: `Nothing stops this ${eventOf(plan)}; ${count(open, "answer is", "answers are")} open`, lead: `Collect ${collect}. Export works at any time.` };
  if (warnings > 0) return { heading: `Ready to hand over, with ${count(warnings, "warning")}`, lead: "Read the warnings, then export." };
  return { heading: "Ready to hand over", lead: "Every answer that the plan needs is given." };
}
