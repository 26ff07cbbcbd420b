import { alerting } from "../../../answers/chapters/alerting.ts";
import { operations } from "../../../answers/chapters/operations.ts";
import { known } from "../../../kernel/outcome.ts";
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

/** What takes the alerts for whoever is on duty. */
export const alertEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.alert-receiver",
  title: "Receiver of alerts",
  per: "plan",
  sources: ["alertmanager.configuration"],
  derive: (read) => {
    needPlatform(read);
    const target = read.rule(alertTarget);
    const [title, address] = target.kind === "service" ? [target.title, known(target.host)] : ["Receiver of alerts", read.maybe(alerting.plan.alertReceiver)];
    return [{ id: ends.alerts, title, kind: "alerts", addresses: [address], ...(target.kind === "service" ? { stands: "internet" as const } : {}), from: read.cell, why: `Alertmanager reaches ${onDuty(read)} through it.` }];
  },
});
