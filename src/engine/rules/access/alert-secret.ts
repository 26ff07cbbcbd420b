import { alerting } from "../../answers/chapters/alerting.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { alertServices } from "../../facts/monitoring.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { SecretRow } from "../../plan/plan.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { alertTarget, type AlertTarget } from "../monitoring/alert-target.ts";
import { mlaValues } from "../settings/setting.ts";
import { secretNames } from "./secret-names.ts";
import { secretRow } from "./secrets.ts";

/** Form and reason of the secret that a receiver wants. */
function wanted(read: Reader, target: AlertTarget): Pick<SecretRow, "form" | "why"> {
  if (target.kind === "service") return read.fact(alertServices[target.form]).secret;
  if (target.form === "mail") return { form: "password of the user at the mail server", why: "Alertmanager logs in at the mail server with it; the chart writes it into a ConfigMap, so its user may send mail and nothing else." };
  const handed = read.answer(operations.plan.service) === "managed" ? "; the managed service hands it over" : "";
  return { form: "path and query of the URL, without the first slash", why: `Whoever knows the URL of a webhook can send alerts to it${handed}.` };
}

/** What Alertmanager shows the receiver of alerts. */
export const alertSecret = rule<readonly SecretRow[]>({
  id: "access.alert-secret",
  title: "Secret of the receiver of alerts",
  per: "plan",
  sources: ["alertmanager.configuration"],
  derive: (read) => {
    const target = read.rule(alertTarget);
    if (isRunning(read, "alerts")) return read.notApplicable("Alertmanager that runs keeps its configuration.");
    if (target.form === "mail" && !read.answer(alerting.plan.alertLogin)) return read.notApplicable("The mail server wants no login.");
    const files = read.subjects("cluster").map((cluster) => mlaValues(nameOfCluster(read, cluster)));
    return [secretRow(read, { id: "secret.alerts", name: secretNames.alerts, files, ...wanted(read, target) })];
  },
});
