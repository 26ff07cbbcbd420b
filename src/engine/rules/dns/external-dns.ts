import { dns } from "../../answers/chapters/dns.ts";
import type { DnsService, InsideView } from "../../dns-services/dns-service.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import { rule } from "../../kernel/rule.ts";

/** How external-dns writes the records; not applicable where people do. */
export const externalDns = rule<{ readonly service: DnsService; readonly provider: string; readonly inside: InsideView | undefined }>({
  id: "dns.external-dns",
  title: "Records by external-dns",
  per: "plan",
  sources: ["kkp.upgrade-2.31", "external-dns.providers"],
  derive: (read) => {
    const chosen = read.optional(dns.plan.automation);
    const service = chosen === undefined ? undefined : dnsServiceOf(chosen);
    if (!service?.externalDns || read.optional(dns.plan.externalDns) !== true) return read.notApplicable("The records are entered by people.");
    read.cite(...service.sources);
    const { provider, inside } = service.externalDns;
    // The addresses of Services belong where the inside looks, also where the zone has two views.
    const view = inside && read.answer(dns.plan.zone) !== "public" ? inside : undefined;
    if (view) read.cite(...view.sources);
    return { service, provider: view?.provider ?? provider, inside: view };
  },
});
