import { dns } from "../../answers/chapters/dns.ts";
import type { DelegatedChallenges, DnsService } from "../../dns-services/dns-service.ts";
import { dnsServiceOf, serviceName } from "../../dns-services/registry.ts";
import { rule } from "../../kernel/rule.ts";
import { issuer } from "./issuer.ts";

/** The service that answers for challenges in a zone of its own, where one does. */
export const delegatedChallenges = rule<{ readonly service: DnsService; readonly delegates: DelegatedChallenges }>({
  id: "certificates.delegated-challenges",
  title: "Zone that challenges are led to",
  per: "plan",
  sources: ["cert-manager.acmedns"],
  derive: (read) => {
    if (read.rule(issuer).challenge !== "dns01") return read.notApplicable("No challenge stands in a zone.");
    const service: DnsService = dnsServiceOf(read.answer(dns.plan.automation));
    const { delegates } = service;
    return delegates ? { service, delegates } : read.notApplicable(`${serviceName(service)} writes challenges into the zone itself.`);
  },
});
