import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { operations } from "../../answers/chapters/operations.ts";
import { telemetryHost } from "../../facts/external-hosts.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { masterCluster } from "./platform.ts";

/** Host that the master reports its usage to; undefined where it is told not to, or reaches nothing outside but by a proxy, which the job takes from nobody. */
export const reportsUsage = rule<string | undefined>({
  id: "operations.reports-usage",
  title: "Host of the usage reports",
  per: "plan",
  sources: ["kkp.telemetry"],
  derive: (read) => {
    const place = read.optional(infrastructure.cluster.place, read.rule(masterCluster));
    const internet = place === undefined ? undefined : read.optional(network.place.internet, place);
    if (internet === "proxy") read.cite("kkp.code.telemetry");
    if (internet !== undefined && internet !== "direct") return undefined;
    if (read.answer(operations.plan.telemetry) === "off") return undefined;
    return read.fact(telemetryHost)[0]?.host;
  },
});

/** What is said of reports that a proxy keeps in; a sentence with a blank before it. */
export function silenceWords(read: Reader): string {
  const place = read.optional(infrastructure.cluster.place, read.rule(masterCluster));
  if (place === undefined || read.optional(network.place.internet, place) !== "proxy") return "";
  read.cite("kkp.code.telemetry");
  return " Usage reports are left out: the job that sends them takes no proxy.";
}

/** The flag that keeps the installer from installing the usage reports, where the platform sends none. Waits until that is known: without the flag they are installed. */
export function silencing(read: Reader): readonly string[] {
  const master = read.rule(masterCluster);
  const place = read.optional(infrastructure.cluster.place, master);
  const internet = place === undefined ? undefined : read.optional(network.place.internet, place);
  if (internet === undefined && read.answer(operations.plan.telemetry) !== "off") read.need(place === undefined ? [infrastructure.cluster.place, master] : [network.place.internet, place]);
  return read.rule(reportsUsage) === undefined ? ["--disable-telemetry"] : [];
}
