import { alerting } from "../../answers/chapters/alerting.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { clusterName, placeName } from "../../rules/basics/platform.ts";
import { placeOfCluster } from "../../rules/firewall/subjects.ts";
import { reachesInternet } from "../../rules/firewall/way-out.ts";
import { alertTarget } from "../../rules/monitoring/alert-target.ts";

/** Alerts that a service on the internet takes, from a cluster that cannot reach it. */
export const offlineAlerts = check({
  id: "internet.offline-alerts",
  title: "A cluster without internet tells no service on the internet",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.offline", "alertmanager.configuration"],
  examine: (read, cluster, report) => {
    const target = read.rule(alertTarget);
    if (target.kind !== "service") return;
    const place = placeOfCluster(read, cluster);
    if (reachesInternet(read, place)) return;
    const [form, internet] = [read.path(alerting.plan.alertForm), read.path(network.place.internet, place)];
    const [name, where] = [clusterName(read, cluster), placeName(read, place)];
    report({
      title: `Alerts of ${name} reach nobody through ${target.title} without internet`,
      message: `Alertmanager on ${name} calls ${target.host} for each alert; machines in ${where} reach nothing on the internet.`,
      remedy: "Send alerts to a server that stands inside, or let the place out through a proxy.",
      fixes: [
        { title: "Send alerts as mail", set: [{ path: form, value: "mail" }] },
        { title: `Let machines in ${where} out through a proxy`, set: [{ path: internet, value: "proxy" }] },
      ],
      answers: [form, internet],
    });
  },
});
