import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { ServedHost } from "../../plan/plan.ts";
import { portsAt } from "../addresses/changed-ports.ts";
import { goesAtOnce, masterCluster, replacedAt } from "../basics/platform.ts";
import { externalDns } from "../dns/external-dns.ts";
import { dashboardHost, ownInterfaceHosts, platformInterfaceHosts, seedInterfaceHosts } from "./hosts.ts";

/** Hosts of a cluster that open for nobody while an upgrade replaces its entry. */
export interface Closed {
  readonly hosts: readonly ServedHost[];
  /** From when and until when, as ends of a sentence. */
  readonly from: string;
  readonly until: string;
}

/** What ends a pause in which names lead to the former entry, or its ports do. */
function moved(read: Reader, cluster: string): string {
  const ports = portsAt(read, cluster);
  if (ports) return ports.dialled ? "people come to the new ports" : "what stands in front leads to the new ports";
  return `${read.optionalRule(externalDns) ? "external-dns has moved their records" : "their records have moved"} and the old TTL has run out`;
}

const known = <T>(read: Reader, source: Rule<T>, cluster: string): readonly T[] => [read.optionalRule(source, cluster)].filter((value) => value !== undefined);

/** The pause of a cluster's hosts; not applicable where none closes. */
export const closedHosts = rule<Closed>({
  id: "certificates.closed-hosts",
  title: "Hosts that close during the upgrade",
  per: "cluster",
  sources: ["kkp.upgrade-2.31", "kkp.gateway-api"],
  derive: (read, cluster) => {
    const former = replacedAt(read, cluster);
    if (!former) return read.notApplicable("The entry stays as it is.");
    const master = read.rule(masterCluster) === cluster;
    const interfaces = [platformInterfaceHosts, seedInterfaceHosts, ownInterfaceHosts].flatMap((source) => known(read, source, cluster).flat());
    const whole = master && goesAtOnce(former);
    const hosts = whole ? [...known(read, dashboardHost, cluster), ...interfaces] : interfaces;
    if (hosts.length === 0) return read.notApplicable("No interface is exposed here.");
    if (whole) return { hosts, from: "the upgrade of the master", until: moved(read, cluster) };
    // With records by hand, the names of the master move before the routes of its interfaces do.
    const first = master && (portsAt(read, cluster) !== undefined || read.optionalRule(externalDns) === undefined);
    return first ? { hosts, from: "the switch to the new entry", until: "their stack is upgraded" } : { hosts, from: "the upgrade of their stack", until: moved(read, cluster) };
  },
});
