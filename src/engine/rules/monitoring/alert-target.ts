import { alerting } from "../../answers/chapters/alerting.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { alertServices } from "../../facts/monitoring.ts";
import { rule, type Reader } from "../../kernel/rule.ts";

/** How Alertmanager of master and Seeds tells what it notices: to a server that people name, or to a service on the internet. */
export type AlertTarget =
  | { readonly kind: "server"; readonly form: "mail" | "webhook" }
  | { readonly kind: "service"; readonly form: "slack" | "pagerduty" | "opsgenie"; readonly region: "us" | "eu"; readonly title: string; readonly host: string };

/** Where alerts of master and Seeds go; not applicable where nobody is told. */
export const alertTarget = rule<AlertTarget>({
  id: "monitoring.alert-target",
  title: "Where alerts go",
  per: "plan",
  sources: ["alertmanager.configuration"],
  derive: (read) => {
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Master and Seed MLA is not installed, so nothing sends alerts.");
    const form = read.answer(alerting.plan.alertForm);
    if (form === "none") return read.notApplicable("Nobody is told of alerts yet.");
    if (form === "mail" || form === "webhook") return { kind: "server", form };
    // The webhooks of Slack are the same for all accounts.
    const region = form === "slack" ? "us" : read.answer(alerting.plan.alertRegion);
    const { title, hosts } = read.fact(alertServices[form]);
    return { kind: "service", form, region, title, host: hosts[region] };
  },
});

/** Who is on duty, as sentences call them. */
export const onDuty = (read: Reader): string => (read.answer(operations.plan.service) === "managed" ? "whoever is on duty at the managed service" : "whoever is on duty");
