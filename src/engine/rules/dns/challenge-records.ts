import { rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { capital } from "../../values/sentence.ts";
import { delegatedChallenges } from "../certificates/delegated-challenges.ts";
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
    read.rule(delegatedChallenges);
    const { onInternet, authority } = read.rule(issuer);
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
