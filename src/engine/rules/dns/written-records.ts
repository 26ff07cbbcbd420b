import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { strategiesOf } from "../basics/exposure.ts";
import { clusterName, seedDomain } from "../basics/platform.ts";
import { externalDns } from "./external-dns.ts";

/** The wildcard of a Seed that external-dns reads from an annotation of the nodeport-proxy; not applicable where nothing carries it. */
export const annotatedWildcard = rule<string>({
  id: "dns.annotated-wildcard",
  title: "Wildcard of the Seed by external-dns",
  per: "cluster",
  sources: ["kkp.code.nodeport-proxy", "kkp.code.front-loadbalancer"],
  derive: (read, cluster) => {
    read.rule(externalDns);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable(`${clusterName(read, cluster)} runs no control planes of user clusters.`);
    const strategies = read.rule(strategiesOf, cluster);
    if (strategies.every((strategy) => strategy === "LoadBalancer") || !read.answer(dns.plan.seedWildcard)) return read.notApplicable("The Seed has no wildcard.");
    // Annotations of the nodeport-proxy are copied to the load balancer of each user cluster that has one.
    if (strategies.includes("LoadBalancer")) return read.notApplicable("The annotation would reach the load balancers of user clusters as well.");
    return `*.${read.rule(seedDomain, cluster)}`;
  },
});

/** Whether external-dns writes a record: it knows hosts of routes and annotated Services of its own cluster, and one view of the zone. */
export function isWritten(read: Reader, { id, name, view, leadsTo = "" }: DnsRecord): boolean {
  if (view === "public" || read.optionalRule(externalDns) === undefined) return false;
  const [, purpose, cluster = ""] = /^address\.(entry|nodeport-proxy)(?:-v6)?\[(.*)\]$/.exec(leadsTo) ?? [];
  if (purpose === "nodeport-proxy" || id.startsWith("record.seed-wildcard")) return read.optionalRule(annotatedWildcard, cluster) !== undefined;
  return purpose === "entry" && !name.startsWith("*.");
}
