import { monitoring } from "../../answers/chapters/monitoring.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { rule } from "../../kernel/rule.ts";
import type { SecretRow } from "../../plan/plan.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { nameOfCluster } from "../basics/platform.ts";
import { mlaValues } from "../settings/setting.ts";
import { secretNames } from "./secret-names.ts";
import { secretRow } from "./secrets.ts";

/** What Alertmanager shows the receiver of alerts of a managed service. */
export const alertSecret = rule<readonly SecretRow[]>({
  id: "access.alert-secret",
  title: "Secret of the receiver of alerts",
  per: "plan",
  sources: ["alertmanager.configuration"],
  derive: (read) => {
    if (read.answer(operations.plan.service) === "self") return read.notApplicable("Nobody outside is on duty.");
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Master and Seed MLA is not installed, so nothing sends alerts.");
    if (isRunning(read, "alerts")) return read.notApplicable("Alertmanager that runs keeps its configuration.");
    const webhook = read.answer(operations.plan.alertForm) === "webhook";
    if (!webhook && !read.answer(operations.plan.alertLogin)) return read.notApplicable("The mail server wants no login.");
    const files = read.subjects("cluster").map((cluster) => mlaValues(nameOfCluster(read, cluster)));
    return [
      secretRow(read, {
        id: "secret.alerts",
        name: secretNames.alerts,
        form: webhook ? "path and query of the URL, without the first slash" : "password of the user at the mail server",
        files,
        why: webhook ? "Whoever knows the URL of a webhook can send alerts to it; the managed service hands it over." : "Alertmanager logs in at the mail server with it; the chart writes it into a ConfigMap, so its user may send mail and nothing else.",
      }),
    ];
  },
});
