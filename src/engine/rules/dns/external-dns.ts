import { dns } from "../../answers/chapters/dns.ts";
import type { DnsService } from "../../dns-services/dns-service.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import { rule } from "../../kernel/rule.ts";

/** How external-dns writes the records; not applicable where people do. */
export const externalDns = rule<{ readonly service: DnsService; readonly provider: string }>({
  id: "dns.external-dns",
  title: "Records by external-dns",
  per: "plan",
  sources: ["kkp.upgrade-2.31", "external-dns.providers"],
  derive: (read) => {
    const chosen = read.optional(dns.plan.automation);
    const service = chosen === undefined ? undefined : dnsServiceOf(chosen);
    if (!service?.externalDns || read.optional(dns.plan.externalDns) !== true) return read.notApplicable("The records are entered by people.");
    read.cite(...service.sources);
    return { service, provider: service.externalDns.provider };
  },
});
