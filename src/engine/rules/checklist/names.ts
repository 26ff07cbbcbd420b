import { dns } from "../../answers/chapters/dns.ts";
import { project } from "../../answers/chapters/project.ts";
import type { DnsService } from "../../dns-services/dns-service.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import type { DnsRecord } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { capital, listed } from "../../values/sentence.ts";
import { portsAt } from "../addresses/changed-ports.ts";
import { replacedAt, runsAlready } from "../basics/platform.ts";
import { externalDns } from "../dns/external-dns.ts";
import { isInBoth, isOuter, isWritten, namesOf } from "../dns/entered.ts";
import { newHosts } from "../certificates/new-hosts.ts";
import { issuer } from "../certificates/issuer.ts";
import { rowsFrom, soFar } from "../basics/rows-from.ts";
import { dnsRules } from "../dns/index.ts";
import { sites } from "../firewall/sites.ts";
import { dialledFrom } from "./dialled.ts";
import { isHandedOut, itemOf, onlyForNew, openIn, type Draft, type ItemWords } from "./item.ts";
import { certificateItems, issuerItems, rootItems, webhookItems } from "./certificates.ts";
import { challengeServerItems } from "./challenge-server.ts";
import { ledNameItems } from "./led-names.ts";
import { afterNetworks, leftToTrials } from "./made-network.ts";
import { asksZone, publicZone } from "./zone-proof.ts";

/** Longest list of names that one line of the checklist spells out. */
const LISTED = 12;

/** Records that somebody enters: before the installation, or on its day where it hands out what they lead to. */
const records = rule<readonly Draft[]>({
  id: "checklist.records",
  title: "Checklist: DNS records",
  per: "plan",
  sources: ["kkp.install-ce", "kkp.add-seed"],
  derive: (read) => {
    const { rows: all, missing } = rowsFrom(read, dnsRules);
    const required = all.filter(({ need }) => need === "required");
    if (required.length === 0) return read.notApplicable("No record is known yet.");
    const driven = read.optionalRule(externalDns) !== undefined;
    const open = required.filter((record) => !isThere(read, record));
    if (open.length === 0) return read.notApplicable("The records are there, and the upgrade moves none of them.");
    const domain = read.answer(project.plan.domain);
    const item = (id: string, words: Words, rows: readonly DnsRecord[]) =>
      itemOf(read, id, {
        ...words,
        team: "dns",
        chapter: "dns",
        why: `Browsers, workers and certificates find ${domain} by them${words.why}`,
        blockedBy: [...missing, ...openIn(...rows.map(({ target }) => target))],
      });
    const counted: Counted = (rows) => `${formatCount(rows.length, "DNS record")}${soFar(missing)}`;
    if (!driven || runsAlready(read)) return [item("records", entered(read, open, driven, counted), open)];
    const written = open.filter(isWritten);
    const others = open.filter((record) => !isWritten(record) || isInBoth(record));
    return [
      ...(written.length === 0 ? [] : [item("records", leftToExternalDns(read, written, counted), written)]),
      ...(others.length === 0 ? [] : [item("records-by-hand", enteredBeside(others, counted), others)]),
    ];
  },
});

/** How many records it is about, and whether further ones wait. */
type Counted = (rows: readonly DnsRecord[]) => string;

type Words = Pick<ItemWords, "title" | "verify" | "why" | "after" | "uses">;

/** Whether a record is entered already: an upgrade moves those of an entry that it replaces, brings those of new interfaces, and touches no others. */
const isThere = (read: Reader, record: DnsRecord): boolean => runsAlready(read) && !isMoved(read, record) && !isAdded(read, record);

/** Whether a record is for an interface that the upgrade brings. */
const isAdded = (read: Reader, { carrier, cluster, name }: DnsRecord): boolean =>
  carrier === "stack" && cluster !== undefined && newHosts(read, cluster).includes(name);

/** Whether an upgrade moves a record, at the switch and not before. */
const isMoved = (read: Reader, record: DnsRecord): boolean => {
  const { end, cluster } = record;
  return end === "entry" && cluster !== undefined && runsAlready(read) && replacedAt(read, cluster) !== undefined && portsAt(read, cluster) === undefined && !isAdded(read, record);
};

const inWords = (names: readonly string[]): string => (names.length > LISTED ? `its ${names.length} names` : listed(names));

/** Names as the record table has them. */
const tableNames = (rows: readonly DnsRecord[]): string => inWords(namesOf(rows));

/** Names that can be looked up: one below each wildcard. */
const lookedUp = (rows: readonly DnsRecord[]): string => inWords(namesOf(rows).map((name) => name.replace("*", "test")));

/** Names as the DNS team has to have them: with the views that carry them, where a zone has two. */
function agreedOn(rows: readonly DnsRecord[], driven: boolean): string {
  const outer = rows.filter((record) => isOuter(record) || (driven && isWritten(record) && isInBoth(record)));
  const others = rows.filter((record) => !outer.includes(record));
  const both = others.filter(isInBoth);
  const inner = others.filter((record) => !isInBoth(record));
  const types = `with ${rows.length === 1 ? "its type" : "their types"}`;
  const parts = [["for the inner view", inner], ["for both views", both], ["for the outer view", outer]] as const;
  return outer.length + both.length === 0
    ? `${tableNames(inner)} ${types}`
    : `${listed(parts.filter(([, some]) => some.length > 0).map(([view, some]) => `${view} ${tableNames(some)}`))}, ${types}`;
}

function entered(read: Reader, rows: readonly DnsRecord[], driven: boolean, counted: Counted): Words {
  const waits = new Set(rows.filter((record) => isHandedOut(record.target) || isMoved(read, record)));
  const [later, now] = [[...waits], rows.filter((row) => !waits.has(row))];
  const [outside, inside] = [now.filter(isOuter), now.filter((record) => !isOuter(record))];
  const seen = [...outside, ...now.filter(isInBoth)];
  const twice = driven ? later.filter((record) => isWritten(record) && isInBoth(record)) : [];
  const them = later.length === 1 ? "it" : "them";
  const moved = later.filter((record) => isMoved(read, record));
  if (moved.length > 0) read.cite("kkp.gateway-api");
  const lowered = driven || moved.length === 0 ? "" : ` has lowered ${moved.length === 1 ? "its TTL" : "their TTL"} early enough that the old one has run out by then,`;
  const both = inside.some(({ type }) => type === "AAAA");
  const places = [...read.rule(sites).values()].filter(({ clusters, datacenters }) => clusters.length + datacenters.length > 0).length;
  const count = counted(rows);
  const event = runsAlready(read) ? "upgrade" : "installation";
  const onTheDay = `agreed on for the day of the ${event}`;
  return {
    title: later.length === 0 ? `${count} ${driven ? "found, written by external-dns or by hand" : "entered"}` : `${count} ${now.length === 0 ? onTheDay : `entered, ${later.length} of them ${onTheDay}`}`,
    verify: [
      ...(inside.length === 0 ? [] : [`\`dig +short\` ${both ? "and `dig +short AAAA` print the addresses" : "prints the address"} of the record table for each of ${lookedUp(inside)}, from a desk and from a machine in the node network${places > 1 ? " of each place" : ""}${leftToTrials(read)}`]),
      ...(seen.length === 0 ? [] : [`a resolver on the internet shows ${outside.length === 0 ? "the same" : "what the record table has for the internet"} for each of ${lookedUp(seen)}`]),
      ...(later.length === 0 ? [] : [`the DNS team has ${agreedOn(later, false)},${lowered} and has named who ${driven ? `looks whether external-dns has moved ${them}, and moves by hand what it did not write,` : `enters ${them}`} at the moment that the record table tells`]),
      ...(twice.length === 0 ? [] : [`it has named who changes ${twice.length === later.length ? "the same" : tableNames(twice)} in the outer view, which external-dns does not fill`]),
    ].map((part, at) => (at === 0 ? capital(part) : part)).join("; "),
    why: later.length === 0 ? "; all addresses are fixed, so they can be entered now." : `; ${later.length} of ${rows.length} ${later.length === 1 ? "follows" : "follow"} when the ${event} has made what ${later.length === 1 ? "it leads" : "they lead"} to, and its steps wait for ${later.length === 1 ? "it" : "them"}.`,
    // A pool is ordered as one.
    after: [...new Set(rows.flatMap(({ leadsTo, cluster }) => (leadsTo === undefined ? [] : [`address.pool[${cluster}]`]))), ...(inside.length === 0 ? [] : afterNetworks(read))],
    uses: inside.length === 0 ? [] : dialledFrom(read),
  };
}

/** What external-dns does not know, and the view that it does not fill. */
function enteredBeside(rows: readonly DnsRecord[], counted: Counted): Words {
  const outer = rows.some((record) => isOuter(record) || (isWritten(record) && isInBoth(record)));
  return {
    title: `${counted(rows)} agreed on, entered by hand beside external-dns`,
    verify: `The DNS team has ${agreedOn(rows, true)}, and has named who enters ${rows.length === 1 ? "it" : "each"} at the moment that the record table tells`,
    why: `. external-dns writes what routes and annotated Services name${outer ? ", into the inner view" : ""}; the rest of the record table is for people.`,
  };
}

/** It takes over nothing that it did not write itself. */
function leftToExternalDns(read: Reader, rows: readonly DnsRecord[], counted: Counted): Words {
  read.cite("external-dns.registry");
  return {
    title: `${counted(rows)} left to external-dns`,
    verify: `\`dig +short\`${read.optional(dns.plan.zone) === "split" ? " inside" : ""} prints nothing for each of ${lookedUp(rows)}; the DNS team knows the account that writes them on the day of the installation`,
    uses: ["account.external-dns"],
    why: ". external-dns marks what it writes and leaves records alone that it did not write, so one that stands there already would never be kept up.",
  };
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
    const automation = challenge === "dns01" ? read.maybe(dns.plan.automation) : undefined;
    const service: DnsService | undefined = automation?.kind === "known" ? dnsServiceOf(automation.value) : undefined;
    const driven = challenge === "dns01" && !service?.delegates;
    const seen = onInternet ? "public" : "seen by the ACME server";
    return [
      itemOf(read, "zone", {
        title: `Zone that holds ${domain} ${driven ? `${seen} and writable for cert-manager` : seen}`,
        team: "dns",
        chapter: "dns",
        // Who changes it is tried on it: with the account, once that is there.
        verify: onInternet ? publicZone(read) : `${capital(asksZone(read))} on a machine that asks the resolvers of the ACME server shows the zone that holds it`,
        why: onInternet ? "Let's Encrypt looks up the names in public DNS before it signs." : `${capital(authority)} looks up the challenges before it signs.`,
        blockedBy: openIn(read.maybe(dns.plan.zone), ...(automation ? [automation] : [])),
      }),
    ];
  },
});

export const nameItems: readonly Rule<readonly Draft[]>[] = [records, ledNameItems, zone, challengeServerItems, ...certificateItems, issuerItems, webhookItems, rootItems];
