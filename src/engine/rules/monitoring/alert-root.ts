import { alerting } from "../../answers/chapters/alerting.ts";
import type { Reader } from "../../kernel/rule.ts";
import { alertTarget } from "./alert-target.ts";

/** Whether alerts go to a server of the customer whose certificate ends at a root that no machine brings. */
export function alertRootIsPrivate(read: Reader): boolean {
  const to = read.optionalRule(alertTarget);
  return to?.kind === "server" && read.answer(alerting.plan.alertRoot) === "private";
}
