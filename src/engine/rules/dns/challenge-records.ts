import { dns } from "../../answers/chapters/dns.ts";
import { dnsServiceOf, serviceName } from "../../dns-services/registry.ts";
import { rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { capital } from "../../values/sentence.ts";
import { issuer } from "../certificates/issuer.ts";
import { servedHosts } from "../certificates/hosts.ts";
import { entering } from "./entering.ts";

/** CNAMEs that lead challenges to a service which writes them in place of the zone. */
export const challengeRecords = rule<readonly DnsRecord[]>({
  id: "dns.challenges",
  title: "Records of challenges",
  per: "cluster",
  sources: ["cert-manager.acmedns"],
  derive: (read, cluster) => {
    const { challenge, onInternet, authority } = read.rule(issuer);
    if (challenge !== "dns01") return read.notApplicable("No challenge stands in the zone.");
    const service = dnsServiceOf(read.answer(dns.plan.automation));
    if (!service.delegates) return read.notApplicable(`${serviceName(service)} writes challenges into the zone itself.`);
    const leads = { cluster, end: "outside", target: { kind: "later", who: "acme-dns" }, view: onInternet ? "public" : "any" } as const;
    return read.rule(servedHosts, cluster).map(({ id, name: base }) => ({
      id: id.replace("host.", "record.challenge-"),
      name: `_acme-challenge.${base}`,
      type: "CNAME",
      ...leads,
      ...entering(read, leads),
      purpose: `Challenges for ${base}, by acme-dns`,
      need: "required",
      when: "Once acme-dns has registered an account for the name, before the issuer is applied",
      from: read.cell,
      why: `${capital(authority)} looks the challenge up here and follows the CNAME to the name that acme-dns gave at the registration; nobody changes the zone afterwards.`,
    }));
  },
});
