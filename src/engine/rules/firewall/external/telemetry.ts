import { telemetryHost } from "../../../facts/external-hosts.ts";
import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { clusterName, masterCluster } from "../../basics/platform.ts";
import { reportsUsage } from "../../basics/telemetry.ts";
import { ends } from "../ends.ts";
import { placeOfCluster } from "../subjects.ts";
import { reachesInternet } from "../way-out.ts";
import { allowed } from "./row.ts";

/** Where the master reports its usage. */
export const telemetrySources = rule<readonly ExternalHost[]>({
  id: "firewall.external-telemetry",
  title: "Usage reports of the master",
  per: "plan",
  sources: ["kkp.telemetry"],
  derive: (read) => {
    const cluster = read.rule(masterCluster);
    if (!reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable("The master reaches nothing on the internet.");
    if (read.rule(reportsUsage) === undefined) return read.notApplicable("The platform reports nothing.");
    return allowed(read, "telemetry", ends.nodes(cluster), ports.registries, read.fact(telemetryHost), `${clusterName(read, cluster)} reports anonymous usage data once a day; closed, the job fails and nothing else.`);
  },
});
