import { dns } from "../../answers/chapters/dns.ts";
import { dnsServiceOf, serviceName } from "../../dns-services/registry.ts";
import { rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { capital } from "../../values/sentence.ts";
import { certificateRequest } from "../certificates/requests.ts";
import { issuer } from "../certificates/issuer.ts";
import { servedHosts } from "../certificates/hosts.ts";

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
    const hosts = new Map(read.rule(servedHosts, cluster).map(({ id, name }) => [name, id]));
    // A wildcard and the name below which it stands share one challenge name.
    const bases = [...new Set(read.rule(certificateRequest, cluster).names.map((name) => name.replace(/^\*\./, "")))];
    return bases.map((base) => ({
      id: (hosts.get(base) ?? `host.seed-wildcard[${cluster}]`).replace("host.", "record.challenge-"),
      name: `_acme-challenge.${base}`,
      type: "CNAME",
      target: { kind: "later", who: "acme-dns" },
      purpose: `Challenges for ${base}, by acme-dns`,
      need: "required",
      view: onInternet ? "public" : "any",
      when: "Once acme-dns has registered an account for the name, before the issuer is applied",
      from: read.cell,
      why: `${capital(authority)} looks the challenge up here and follows the CNAME to the name that acme-dns gave at the registration; nobody changes the zone afterwards.`,
    }));
  },
});
