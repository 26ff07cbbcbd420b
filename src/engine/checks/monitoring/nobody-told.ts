import { alerting } from "../../answers/chapters/alerting.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { check } from "../../kernel/check.ts";
import { formatCount } from "../../values/figures.ts";

/** A monitoring that notices and tells nobody. */
export const nobodyTold = check({
  id: "monitoring.nobody-told",
  title: "Somebody is told of alerts",
  severity: "warning",
  per: "plan",
  sources: ["kkp.code.alertmanager-values", "alertmanager.configuration"],
  examine: (read, _plan, report) => {
    if (!read.answer(monitoring.plan.mla)) return;
    if (read.answer(alerting.plan.alertForm) !== "none") return;
    const path = read.path(alerting.plan.alertForm);
    const managed = read.answer(operations.plan.service) === "managed";
    const clusters = read.subjects("cluster").length;
    report({
      title: "Nobody is told of alerts of master and Seeds",
      message: `Alertmanager of ${formatCount(clusters, "cluster")} notices a full disk or a lost etcd and drops the alert: it is seen by whoever opens Alertmanager.${managed ? " The managed service is on duty and learns of nothing." : ""}`,
      remedy: "Choose how whoever is on duty is told, before users work on the platform.",
      fixes: [
        { title: "Send alerts as mail", set: [{ path, value: "mail" }] },
        { title: "Send alerts by a webhook", set: [{ path, value: "webhook" }] },
      ],
      answers: [path],
    });
  },
});
