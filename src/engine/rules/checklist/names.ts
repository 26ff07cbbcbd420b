import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import { rule, type Rule } from "../../kernel/rule.ts";
import { formatCount } from "../../values/figures.ts";
import { capital, listed } from "../../values/sentence.ts";
import { externalDns } from "../dns/external-dns.ts";
import { issuer } from "../certificates/issuer.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { dnsRules } from "../dns/index.ts";
import { sites } from "../firewall/sites.ts";
import { itemOf, openIn, type Draft } from "./item.ts";
import { certificateItems, issuerItems, rootItems, webhookItems } from "./certificates.ts";

/** Longest list of names that one line of the checklist spells out. */
const LISTED = 12;

/** Records that somebody enters. */
const records = rule<readonly Draft[]>({
  id: "checklist.records",
  title: "Checklist: DNS records",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.add-seed"],
  derive: (read) => {
    const { rows } = rowsFrom(read, dnsRules);
    const required = rows.filter(({ need }) => need === "required");
    if (required.length === 0) return read.notApplicable("No record is known yet.");
    const later = required.filter(({ target }) => target.kind === "later").length;
    const challenges = required.some(({ id }) => id.startsWith("record.challenge-"));
    const domain = read.answer(project.plan.domain);
    const names = [...new Set(required.map(({ name }) => name.replace("*", "test")))];
    const both = required.some(({ type }) => type === "AAAA");
    const places = [...read.rule(sites).values()].filter(({ clusters, datacenters }) => clusters.length + datacenters.length > 0).length;
    return [
      itemOf(read, "records", {
        title: `${formatCount(required.length, "DNS record")} ${read.optionalRule(externalDns) ? "found, written by external-dns or by hand" : "entered"}`,
        team: "dns",
        chapter: "dns",
        verify: `\`dig +short\` ${both ? "and `dig +short AAAA` print the addresses" : "prints the address"} of the record table for each of ${names.length > LISTED ? `its ${names.length} names` : listed(names)}, from a desk and from a machine in the node network${places > 1 ? " of each place" : ""}`,
        why:
          later === 0
            ? `Browsers, workers and certificates find ${domain} by them; all addresses are fixed, so they can be entered now.`
            : `Browsers, workers and certificates find ${domain} by them; ${later} of ${required.length} ${later === 1 ? "follows" : "follow"} once ${challenges ? "addresses have been handed out and acme-dns has named the targets of challenges" : "an address has been handed out"}.`,
        after: [...new Set(required.flatMap(({ leadsTo }) => leadsTo?.replace(/^.*\[/, "address.pool[") ?? []))],
        blockedBy: openIn(...required.map(({ target }) => target)),
      }),
    ];
  },
});

/** The zone that a challenge needs. */
const zone = rule<readonly Draft[]>({
  id: "checklist.zone",
  title: "Checklist: DNS zone",
  per: "plan",
  sources: ["cert-manager.dns01", "letsencrypt.challenges"],
  derive: (read) => {
    const { challenge, onInternet, authority } = read.rule(issuer);
    if (challenge === undefined || (challenge === "http01" && !onInternet)) return read.notApplicable("No issuer asks public DNS.");
    const domain = read.answer(project.plan.domain);
    const driven = challenge === "dns01";
    const seen = onInternet ? "public" : "seen by the ACME server";
    const automation = driven ? [read.maybe(dns.plan.automation)] : [];
    return [
      itemOf(read, "zone", {
        title: `Zone of ${domain} ${driven ? `${seen} and writable for cert-manager` : seen}`,
        team: "dns",
        chapter: "dns",
        verify: driven ? `A TXT record below _acme-challenge.${domain}, written with the prepared account, is seen by a resolver ${onInternet ? "on the internet" : "that the ACME server asks"}` : `A resolver on the internet finds ${domain}`,
        why: onInternet ? "Let's Encrypt looks up the names in public DNS before it signs." : `${capital(authority)} looks up the challenges before it signs.`,
        blockedBy: openIn(read.maybe(dns.plan.zone), ...automation),
      }),
    ];
  },
});

export const nameItems: readonly Rule<readonly Draft[]>[] = [records, zone, ...certificateItems, issuerItems, webhookItems, rootItems];
