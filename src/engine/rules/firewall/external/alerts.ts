import { alertReceivers } from "../../../facts/monitoring.ts";
import { rule } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { clusterName } from "../../basics/platform.ts";
import { alertTarget, onDuty } from "../../monitoring/alert-target.ts";
import { ends } from "../ends.ts";
import { placeOfCluster } from "../subjects.ts";
import { reachesInternet } from "../way-out.ts";
import { allowed } from "./row.ts";

/** The service on the internet that takes the alerts of a master or Seed. */
export const alertSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-alerts",
  title: "Service that takes alerts",
  per: "cluster",
  sources: ["alertmanager.configuration"],
  derive: (read, cluster) => {
    const target = read.rule(alertTarget);
    if (target.kind === "server") return read.notApplicable("Alerts go to a server that has a row of its own.");
    if (!reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable("The cluster reaches nothing on the internet.");
    const port = String(read.fact(alertReceivers).httpsPort);
    return allowed(read, "alerts", ends.nodes(cluster), port, [{ host: target.host, purpose: `Alerts through ${target.title}` }], `Alertmanager on ${clusterName(read, cluster)} tells ${onDuty(read)} through ${target.title}; closed, its alerts reach nobody.`);
  },
});
