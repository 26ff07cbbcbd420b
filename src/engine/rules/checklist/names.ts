import { certificates } from "../../answers/chapters/certificates.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import type { ChecklistItem } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName } from "../basics/platform.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { requestRules } from "../certificates/index.ts";
import { dnsRules } from "../dns/index.ts";
import { itemOf, itemsFor, openIn } from "./item.ts";

/** Longest list of names that one line of the checklist spells out. */
const LISTED = 12;

/** Records that somebody enters. */
const records = rule<readonly ChecklistItem[]>({
  id: "checklist.records",
  title: "Checklist: DNS records",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.add-seed"],
  derive: (read) => {
    const { rows } = rowsFrom(read, dnsRules);
    const required = rows.filter(({ need }) => need === "required");
    if (required.length === 0) return read.notApplicable("No record is known yet.");
    const later = required.filter(({ target }) => target.kind === "later").length;
    const domain = read.answer(project.plan.domain);
    return [
      itemOf(read, "records", {
        title: `${formatCount(required.length, "DNS record")} entered`,
        team: "dns",
        chapter: "dns",
        verify: `dig +short prints the address of the record table for each of ${required.length > LISTED ? `its ${required.length} names` : required.map(({ name }) => name.replace("*", "test")).join(", ")}, from a desk and from a node`,
        why:
          later === 0
            ? `Browsers, workers and certificates find ${domain} by them; all addresses are fixed, so they can be entered now.`
            : `Browsers, workers and certificates find ${domain} by them; ${later} of ${required.length} follow during the installation, when the infrastructure has handed out the address.`,
        after: [...new Set(required.flatMap(({ leadsTo }) => leadsTo?.replace(/^.*\[/, "address.pool[") ?? []))],
        blockedBy: openIn(...required.map(({ target }) => target)),
      }),
    ];
  },
});

/** The zone that a challenge needs. */
const zone = rule<readonly ChecklistItem[]>({
  id: "checklist.zone",
  title: "Checklist: DNS zone",
  per: "plan",
  sources: ["cert-manager.dns01", "letsencrypt.challenges"],
  derive: (read) => {
    if (read.answer(certificates.plan.issuance) === "supplied") return read.notApplicable("No issuer asks public DNS.");
    const domain = read.answer(project.plan.domain);
    const driven = read.answer(certificates.plan.issuance) === "dns01";
    const automation = driven ? [read.maybe(dns.plan.automation)] : [];
    return [
      itemOf(read, "zone", {
        title: `Zone of ${domain} ${driven ? "public and writable for cert-manager" : "public"}`,
        team: "dns",
        chapter: "dns",
        verify: driven ? `A TXT record below _acme-challenge.${domain}, written with the prepared account, is seen by a resolver on the internet` : `A resolver on the internet finds ${domain}`,
        why: "Let's Encrypt looks up the names in public DNS before it signs.",
        blockedBy: openIn(read.maybe(dns.plan.zone), ...automation),
      }),
    ];
  },
});

/** What each way of issuance needs before the installation. */
const certificateItems = requestRules.map((source) =>
  itemsFor(source, ({ names, cluster, issuance }, read) => {
    const count = formatCount(names.length, "name");
    const name = clusterName(read, cluster);
    if (issuance === "dns01") return undefined;
    if (issuance === "http01") {
      return {
        title: `TCP 80 from the internet to the entry of ${name}`,
        team: "security",
        chapter: "certificates",
        verify: `From outside, curl -I of http:// with each of ${names.join(", ")} gets an answer`,
        why: `Let's Encrypt proves ${count} by it, at the first issue and at every renewal.`,
        after: ["records"],
      };
    }
    return {
      title: `Certificate with ${count} for ${name}, and the CA it is signed by`,
      team: "pki",
      chapter: "certificates",
      verify: `openssl x509 -in tls.crt -noout -ext subjectAltName lists ${names.join(", ")}; openssl verify accepts it with the CA file`,
      why: `Browsers and the API of ${name} check these names; the key goes into the secret store and never into the repository.`,
    };
  }),
);

export const nameItems: readonly Rule<readonly ChecklistItem[]>[] = [records, zone, ...certificateItems];
