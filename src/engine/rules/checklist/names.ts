import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { capital, listed } from "../../values/sentence.ts";
import { installedRelease, replacedAt } from "../basics/platform.ts";
import { externalDns } from "../dns/external-dns.ts";
import { issuer } from "../certificates/issuer.ts";
import { rowsFrom } from "../basics/rows-from.ts";
import { dnsRules } from "../dns/index.ts";
import { sites } from "../firewall/sites.ts";
import { isHandedOut, itemOf, onlyForNew, openIn, type Draft } from "./item.ts";
import { certificateItems, issuerItems, rootItems, webhookItems } from "./certificates.ts";

/** Longest list of names that one line of the checklist spells out. */
const LISTED = 12;

/** Records that somebody enters: those with an address before the installation, the others on its day. */
const records = rule<readonly Draft[]>({
  id: "checklist.records",
  title: "Checklist: DNS records",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.add-seed"],
  derive: (read) => {
    const required = rowsFrom(read, dnsRules).rows.filter(({ need }) => need === "required");
    if (required.length === 0) return read.notApplicable("No record is known yet.");
    const domain = read.answer(project.plan.domain);
    const isWritten = read.optionalRule(externalDns) !== undefined;
    if (isWritten && !read.optionalRule(installedRelease)) return [leftToExternalDns(read, required, domain)];
    const later = required.filter(({ target, leadsTo }) => isHandedOut(target) && !isThere(read, leadsTo));
    const now = required.filter(({ target }) => !isHandedOut(target));
    return [
      ...(now.length === 0 ? [] : [entered(read, now, isWritten, domain, later.length)]),
      ...(later.length === 0 ? [] : [enteredLater(read, later, required.length)]),
    ];
  },
});

/** Whether an upgrade leaves a record as it is: only those of an entry that is replaced move. */
function isThere(read: Reader, leadsTo = ""): boolean {
  if (!read.optionalRule(installedRelease)) return false;
  const cluster = /^address\.entry\[(.*)\]$/.exec(leadsTo)?.[1];
  return cluster === undefined || !replacedAt(read, cluster);
}

const namesOf = (rows: readonly DnsRecord[]): string => {
  const names = [...new Set(rows.map(({ name }) => name.replace("*", "test")))];
  return names.length > LISTED ? `its ${names.length} names` : listed(names);
};

/** Assignments that the records lead to; a pool is ordered as one. */
const addressesOf = (rows: readonly DnsRecord[]): readonly string[] => [...new Set(rows.flatMap(({ leadsTo }) => leadsTo?.replace(/^.*\[/, "address.pool[") ?? []))];

function entered(read: Reader, rows: readonly DnsRecord[], isWritten: boolean, domain: string, later: number): Draft {
  const both = rows.some(({ type }) => type === "AAAA");
  const places = [...read.rule(sites).values()].filter(({ clusters, datacenters }) => clusters.length + datacenters.length > 0).length;
  return itemOf(read, "records", {
    title: `${formatCount(rows.length, "DNS record")} ${isWritten ? "found, written by external-dns or by hand" : "entered"}`,
    team: "dns",
    chapter: "dns",
    verify: `\`dig +short\` ${both ? "and `dig +short AAAA` print the addresses" : "prints the address"} of the record table for each of ${namesOf(rows)}, from a desk and from a machine in the node network${places > 1 ? " of each place" : ""}`,
    why: `Browsers, workers and certificates find ${domain} by them; ${later === 0 ? "all addresses are fixed" : "their addresses are fixed"}, so they can be entered now.`,
    after: addressesOf(rows),
    blockedBy: openIn(...rows.map(({ target }) => target)),
  });
}

function enteredLater(read: Reader, rows: readonly DnsRecord[], all: number): Draft {
  const event = read.optionalRule(installedRelease) ? "upgrade" : "installation";
  const [it, waits] = rows.length === 1 ? ["it", "it waits"] : ["them", "they wait"];
  return itemOf(read, "records-later", {
    title: `${formatCount(rows.length, "DNS record")} agreed on for the day of the ${event}`,
    team: "dns",
    chapter: "dns",
    verify: `The DNS team has ${namesOf(rows)} with the types of the record table, and has named who enters ${it} at the moment that the table tells`,
    why: `${rows.length} of ${formatCount(all, "record")} cannot be entered before: ${waits} for what is handed out during the ${event}, and steps of the runbook wait for ${it}.`,
    after: addressesOf(rows),
  });
}

/** It takes over nothing that it did not write itself. */
function leftToExternalDns(read: Reader, rows: readonly DnsRecord[], domain: string): Draft {
  read.cite("external-dns.registry");
  return itemOf(read, "records", {
    title: `${formatCount(rows.length, "DNS record")} left to external-dns`,
    team: "dns",
    chapter: "dns",
    verify: `\`dig +short\` prints nothing for each of ${namesOf(rows)}; the DNS team knows the account that writes them on the day of the installation`,
    why: `Browsers, workers and certificates find ${domain} by them. external-dns marks what it writes and leaves records alone that it did not write, so one that stands there already would never be kept up.`,
    blockedBy: openIn(...rows.map(({ target }) => target)),
  });
}

/** The zone that a challenge needs. */
const zone = rule<readonly Draft[]>({
  id: "checklist.zone",
  title: "Checklist: DNS zone",
  per: "plan",
  sources: ["cert-manager.dns01", "letsencrypt.challenges"],
  derive: (read) => {
    onlyForNew(read);
    const { challenge, onInternet, authority } = read.rule(issuer);
    if (challenge === undefined || (challenge === "http01" && !onInternet)) return read.notApplicable("No issuer asks public DNS.");
    const domain = read.answer(project.plan.domain);
    const driven = challenge === "dns01";
    const seen = onInternet ? "public" : "seen by the ACME server";
    const automation = driven ? [read.maybe(dns.plan.automation)] : [];
    return [
      itemOf(read, "zone", {
        title: `Zone that holds ${domain} ${driven ? `${seen} and writable for cert-manager` : seen}`,
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
