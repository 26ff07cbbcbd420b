import { monitoring } from "../../../answers/chapters/monitoring.ts";
import { operations } from "../../../answers/chapters/operations.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
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

/** What takes the alerts for those of the service who are on duty. */
export const alertEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.alert-receiver",
  title: "Receiver of alerts",
  per: "plan",
  sources: ["alertmanager.configuration"],
  derive: (read) => {
    needPlatform(read);
    if (read.answer(operations.plan.service) === "self") return read.notApplicable("Nobody outside is on duty.");
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Master and Seed MLA is not installed, so nothing sends alerts.");
    return [{ id: ends.alerts, title: "Receiver of alerts", kind: "alerts", addresses: [read.maybe(operations.plan.alertReceiver)], from: read.cell, why: "Alertmanager reaches whoever is on duty at the managed service through it." }];
  },
});
