import { monitoring } from "../../answers/chapters/monitoring.ts";
import { scalingAlerts } from "../../facts/monitoring-load.ts";
import { rule } from "../../kernel/rule.ts";
import type { AlertRow } from "../../plan/plan.ts";
import { seeds, userClustersOf } from "../basics/platform.ts";
import { formatCount } from "../../values/figures.ts";

/** Signs that the control plane of a user cluster has to be scaled, and what to change then. */
export const alerts = rule<readonly AlertRow[]>({
  id: "monitoring.alerts",
  title: "Alerts that lead to scaling",
  per: "plan",
  sources: ["kkp.scaling"],
  derive: (read) => {
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Without the MLA of master and Seeds nothing measures the control planes.");
    const all = read.rule(seeds);
    if (all.length === 0) return read.notApplicable("The plan has no Seed.");
    const clusters = all.reduce((sum, seed) => sum + read.rule(userClustersOf, seed), 0);
    return read.fact(scalingAlerts).map(({ id, title, when, because, change, installed }) => ({
      id: `alert.${id}`,
      title,
      when,
      change,
      installed,
      from: read.cell,
      why: installed
        ? `${because} An installed rule fires it for each of ${formatCount(clusters, "user cluster")} of this plan.`
        : `${because} No installed rule fires it; a panel or a rule of your own has to watch ${formatCount(clusters, "user cluster")}.`,
    }));
  },
});
