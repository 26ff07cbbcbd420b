import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { strategiesOf } from "../../rules/basics/exposure.ts";
import { clusterName, masterCluster, seedDomain } from "../../rules/basics/platform.ts";
import { ownInterfaceHosts, platformInterfaceHosts, seedInterfaceHosts } from "../../rules/certificates/hosts.ts";
import { isAtOrBelow } from "../../values/hostname.ts";

/** A name that the zone holds below a Seed's domain; undefined where there is none. */
function nameBelow(read: Reader, cluster: string): string | undefined {
  if (read.rule(strategiesOf, cluster).some((strategy) => strategy !== "LoadBalancer")) return `*.${read.rule(seedDomain, cluster)}`;
  return [...read.rule(seedInterfaceHosts, cluster), ...read.rule(ownInterfaceHosts, cluster)][0]?.name;
}

/** A Seed below a name that only the platform's wildcard would answer for. */
export const hiddenBySeed = check({
  id: "dns.hidden-by-seed",
  title: "Names of Seeds leave those of the platform alone",
  severity: "blocker",
  per: "cluster",
  sources: ["rfc.4592", "kkp.code.address"],
  examine: (read, cluster, report) => {
    if (read.answer(dns.plan.platformNames) !== "wildcard" || read.answer(infrastructure.cluster.role, cluster) === "master") return;
    const domain = read.rule(seedDomain, cluster);
    const hidden = read.rule(platformInterfaceHosts, read.rule(masterCluster)).find(({ name }) => isAtOrBelow(domain, name));
    if (!hidden) return;
    const below = nameBelow(read, cluster);
    if (below === undefined) return;
    const name = clusterName(read, cluster);
    const overwrite = read.path(dns.cluster.seedDnsOverwrite, cluster);
    const platformNames = read.path(dns.plan.platformNames);
    report({
      title: `${hidden.name} is hidden by the names of ${name}`,
      message: `The record ${below} lies below ${hidden.name}, which is there with it, without an address. A wildcard answers for names alone that are not there, so nobody finds ${hidden.service}.`,
      remedy: `Enter the platform's names one by one, or give ${name} another name in DNS.`,
      fixes: [{ title: "Enter one record for each name", set: [{ path: platformNames, value: "single" }] }],
      answers: [platformNames, read.optional(dns.cluster.seedDnsOverwrite, cluster) === undefined ? read.path(infrastructure.cluster.name, cluster) : overwrite],
    });
  },
});
