import type { AnswerPath, Plan } from "../../engine/index.ts";
import type { PlanPartId } from "../../plan-ui/links.ts";

/** First words of the ids of the rules behind each part. */
const RULES: Readonly<Partial<Record<PlanPartId, readonly string[]>>> = {
  decisions: ["decisions."],
  addresses: ["addresses."],
  dns: ["dns."],
  certificates: ["certificates."],
  firewall: ["firewall."],
  sizing: ["sizing."],
  storage: ["storage."],
  identity: ["identity."],
  monitoring: ["monitoring."],
  accounts: ["accounts.", "access."],
  configuration: ["settings."],
  checklist: ["checklist."],
  runbook: ["runbook."],
};

/** Missing answers because of which rules of a part could not give their rows. */
export function missingFor(plan: Plan, part: PlanPartId): readonly AnswerPath[] {
  const starts = RULES[part] ?? [];
  const waiting = [...plan.cells.values()].filter(({ state, rule }) => state === "waiting" && starts.some((start) => rule.startsWith(start)));
  return [...new Set(waiting.flatMap(({ missing }) => missing))];
}
