import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import type { DnsService, InsideView } from "../../dns-services/dns-service.ts";
import { dnsServiceOf, serviceName } from "../../dns-services/registry.ts";
import { rule, type Reader } from "../../kernel/rule.ts";

/** Where it runs in each cluster. */
export const RECORDS_NAMESPACE = "external-dns";

/** How external-dns writes the records; not applicable where people do. */
export const externalDns = rule<{ readonly service: DnsService; readonly provider: string }>({
  id: "dns.external-dns",
  title: "Records by external-dns",
  per: "plan",
  sources: ["kkp.upgrade-2.31", "external-dns.providers"],
  derive: (read) => {
    // Somebody wants external-dns: who serves the zone decides whether it can, so people enter nothing in its place.
    const chosen = read.optional(dns.plan.externalDns) === true ? read.answer(dns.plan.automation) : read.optional(dns.plan.automation);
    const service = chosen === undefined ? undefined : dnsServiceOf(chosen);
    if (!service?.externalDns || !read.answer(dns.plan.externalDns)) return read.notApplicable("The records are entered by people.");
    // Whether it can, hangs on who sees the zone: while nobody has said it, people enter nothing in its place.
    if (service.externalDns.publicOnly && read.answer(dns.plan.zone) !== "public") return read.notApplicable(`${serviceName(service)} serves public zones only, and addresses of Services belong into the inner one.`);
    read.cite(...service.sources, ...service.externalDns.sources);
    return { service, provider: service.externalDns.provider };
  },
});

/** What external-dns needs to fill a zone that only the inside sees; apart, since only its fields wait for who sees the zone. */
export const insideView = rule<InsideView>({
  id: "dns.external-dns-inside",
  title: "Inner view by external-dns",
  per: "plan",
  sources: ["external-dns.providers"],
  derive: (read) => {
    const inside = read.rule(externalDns).service.externalDns?.inside;
    if (!inside) return read.notApplicable("It fills an inner zone like any other.");
    // The addresses of Services belong where the inside looks, also where the zone has two views.
    if (read.answer(dns.plan.zone) === "public") return read.notApplicable("Everybody sees the zone.");
    read.cite(...inside.sources);
    return inside;
  },
});

/** Whether the top of the zone is a name of the platform, which external-dns marks outside the zone by default. */
export const ownsTop = (read: Reader): boolean => read.answer(dns.plan.zoneName) === read.answer(project.plan.domain);
