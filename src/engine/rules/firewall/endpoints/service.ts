import { alerting } from "../../../answers/chapters/alerting.ts";
import { operations } from "../../../answers/chapters/operations.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { alertTarget, onDuty } from "../../monitoring/alert-target.ts";
import { ends } from "../ends.ts";
import { needPlatform } from "../subjects.ts";
import { each } from "./values.ts";

/** Engineers of a managed service. */
export const serviceEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.managed-service",
  title: "Engineers of the managed service",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    needPlatform(read);
    if (read.answer(operations.plan.service) === "self") return read.notApplicable("The platform is run by the customer's own team.");
    return [{ id: ends.service, title: "Engineers of the managed service", kind: "engineers", addresses: each(read.maybe(operations.plan.serviceNetworks)), from: read.cell, why: "They work on the platform every day, from machines of their own." }];
  },
});

/** The server that takes the alerts for whoever is on duty. */
export const alertEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.alert-receiver",
  title: "Receiver of alerts",
  per: "plan",
  sources: ["alertmanager.configuration"],
  derive: (read) => {
    needPlatform(read);
    if (read.rule(alertTarget).kind === "service") return read.notApplicable("The service that takes alerts stands on the internet.");
    return [{ id: ends.alerts, title: "Receiver of alerts", kind: "alerts", addresses: [read.maybe(alerting.plan.alertReceiver)], from: read.cell, why: `Alertmanager reaches ${onDuty(read)} through it.` }];
  },
});
