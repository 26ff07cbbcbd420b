import { operations } from "../../answers/chapters/operations.ts";
import { known } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import type { AccessRow } from "../../plan/plan.ts";

const HOURS = { office: "Office hours", extended: "Every day, by day", always: "Around the clock" } as const;

/** Way in and hours of a managed service. */
export const managedService = rule<readonly AccessRow[]>({
  id: "access.managed-service",
  title: "Managed service",
  per: "plan",
  sources: ["kkp.setup-checklist", "kkp.support-policy"],
  derive: (read) => {
    if (read.answer(operations.plan.service) === "self") return read.notApplicable("The platform is run by the customer's own team.");
    const hours = read.maybe(operations.plan.serviceHours);
    return [
      {
        id: "access.service-way",
        title: "Way in of the managed service",
        detail: read.maybe(operations.plan.serviceWay),
        team: "security",
        from: read.cell,
        why: "Unlike the way in for the installation it stays open, so it is agreed on with names, a log and an end.",
      },
      {
        id: "access.service-hours",
        title: "Hours of the managed service",
        detail: hours.kind === "known" ? known(HOURS[hours.value]) : hours,
        team: "platform",
        from: read.cell,
        why: "Alertmanager must reach whoever is on duty in these hours; outside them your own people are called.",
      },
    ];
  },
});
