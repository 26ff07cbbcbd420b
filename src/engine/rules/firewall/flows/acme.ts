import { issuerQuestions } from "../../../answers/chapters/certificates.ts";
import { dns, dnsServiceQuestions } from "../../../answers/chapters/dns.ts";
import { project } from "../../../answers/chapters/project.ts";
import type { Question } from "../../../answers/question.ts";
import { dnsServiceOf, serviceName } from "../../../dns-services/registry.ts";
import type { DnsService } from "../../../dns-services/dns-service.ts";
import { ports } from "../../../facts/ports.ts";
import type { Issuer } from "../../../issuers/issuer.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import { capital } from "../../../values/sentence.ts";
import { entryAddress } from "../../addresses/assignments.ts";
import { needFront } from "../../addresses/entry-reach.ts";
import { metFromInternet, secondReach } from "../../addresses/second-reach.ts";
import { clusterName, entryIn } from "../../basics/platform.ts";
import { apiPortOf } from "../../basics/provisioning.ts";
import { challengesSeen } from "../../certificates/challenges-seen.ts";
import { delegatedChallenges } from "../../certificates/delegated-challenges.ts";
import { issuer } from "../../certificates/issuer.ts";
import { externalDns } from "../../dns/external-dns.ts";
import { settledRecordsServer } from "../../dns/records-beside.ts";
import { ends } from "../ends.ts";
import { forwarding } from "../forwarding.ts";
import { throughProxy } from "../../internet/proxied-hosts.ts";
import { signerCallers, solverCallers } from "../../internet/without-proxy.ts";
import { isSeparateSeed, placeOfCluster } from "../subjects.ts";
import { reachesInternet, wayOut } from "../way-out.ts";
import { flow, type FlowDraft } from "./draft.ts";
import { waysTo } from "./named.ts";
import { stillToFormer } from "./former-entry.ts";
import { issuerPort, zonePort } from "../../basics/server-ports.ts";

/** How certificates of a cluster's entry are issued. Ends the rule where the cluster has no entry or the PKI supplies them. */
function issuerAt(read: Reader, cluster: string): Issuer {
  const record = read.rule(issuer);
  if (record.by === "hand") return read.notApplicable("The certificate is supplied.");
  if (isSeparateSeed(read, cluster) && !read.optionalRule(entryAddress, cluster)) return read.notApplicable("This Seed has no entry of its own.");
  return record;
}

/** Where a challenge is dialled: the entry itself, or the public address that leads there; an authority inside dials the entry, whatever leads there. */
function challengedAt(read: Reader, cluster: string, { onInternet }: Issuer): { readonly end: string; readonly led: boolean } {
  const entry = onInternet ? read.outcome(entryAddress, cluster) : undefined;
  if (entry?.kind === "known") needFront(read, cluster, entry.value.address);
  const led = onInternet && read.outcome(forwarding, cluster).kind !== "not-applicable" && read.rule(forwarding, cluster).forAuthority;
  return { end: led ? ends.publicAddress(cluster) : ends.entry(cluster), led };
}

/** From the authority to the entry. */
export const challengeToEntry = rule<readonly FlowDraft[]>({
  id: "firewall.challenge-to-entry",
  title: "Challenges to the entry",
  per: "cluster",
  sources: ["letsencrypt.challenges", "cert-manager.http01"],
  derive: (read, cluster) => {
    const record = issuerAt(read, cluster);
    const { challenge, onInternet, authority } = record;
    if (challenge !== "http01") return read.notApplicable("No challenge comes to the entry.");
    const from = onInternet ? "from addresses that change" : "from wherever that server stands";
    const { end: destination, led } = challengedAt(read, cluster, record);
    const { title, redirects } = entryIn(read, cluster);
    const plain = redirects ? "" : ` ${capital(title)} serves ${isSeparateSeed(read, cluster) ? "interfaces" : "the platform"} here as well and sends nobody on to HTTPS, so whatever a filter lets pass besides /.well-known/acme-challenge/ is not encrypted.`;
    const row: Parameters<typeof flow>[1] = { refs: ["E1"], of: cluster, source: onInternet ? ends.internet : ends.issuer, destination, ports: ports.acmeChallenge, reason: `${capital(authority)} validates each name by HTTP-01`, lifetime: "installation and operation", ...(onInternet && !led ? metFromInternet(true, secondReach(read, cluster, "entry")) : {}), why: `Each name served by ${clusterName(read, cluster)} is checked on this port at every issue and renewal, ${from}.${plain}` };
    return [flow(read, row), ...(led ? [] : stillToFormer(read, cluster, row))];
  },
});

/** The IPv6 address of an entry at which an authority on the internet meets it beside the public address that leads there. Ends the rule where it meets none. */
function challengedInSix(read: Reader, cluster: string): { readonly shown: string; readonly record: Issuer } {
  const record = issuerAt(read, cluster);
  if (record.challenge !== "http01" || !record.onInternet) return read.notApplicable("No challenge comes from the internet.");
  if (!challengedAt(read, cluster, record).led) return read.notApplicable("The row of challenges leads to the entry itself, in each family that the internet reaches.");
  const six = secondReach(read, cluster, "entry");
  if (!six?.public) return read.notApplicable("The entry has no IPv6 address that the internet reaches.");
  // Nobody on the internet sees the records of a zone for the inside.
  if (read.answer(dns.plan.zone) === "private") return read.notApplicable("Only the inside sees its AAAA record.");
  return { shown: six.shown, record };
}

/** From the authority to a public IPv6 address of the entry, where a public address leads on to it in IPv4. */
export const challengeOverSix = rule<readonly FlowDraft[]>({
  id: "firewall.challenge-over-ipv6",
  title: "Challenges to the entry over IPv6",
  per: "cluster",
  sources: ["letsencrypt.challenges", "letsencrypt.ipv6"],
  derive: (read, cluster) => {
    const { shown, record } = challengedInSix(read, cluster);
    return [flow(read, { refs: ["E1"], word: "E1-v6", of: cluster, source: ends.internet, destination: ends.entry(cluster), family: 6, ports: ports.acmeChallenge, reason: `${capital(record.authority)} validates each name by HTTP-01, over IPv6 first`, lifetime: "installation and operation", why: `AAAA records of names served by ${clusterName(read, cluster)} show the internet ${shown}, which nothing has to lead on; the authority dials it before any IPv4 address, and where it gets no connection, every challenge waits for the second attempt.` })];
  },
});

/** From cert-manager to the same address, where a zone of one view shows it to machines inside as well. */
export const selfCheckOverSix = rule<readonly FlowDraft[]>({
  id: "firewall.challenge-self-check-over-ipv6",
  title: "Self check of challenges over IPv6",
  per: "cluster",
  sources: ["cert-manager.troubleshooting-acme", "cert-manager.http01"],
  derive: (read, cluster) => {
    const { shown } = challengedInSix(read, cluster);
    if (read.answer(dns.plan.zone) === "split") return read.notApplicable("The row of the self check leads to the entry itself, in both families.");
    const name = clusterName(read, cluster);
    return [flow(read, { refs: ["E1"], word: "self-check-v6", of: cluster, source: ends.nodes(cluster), destination: ends.entry(cluster), family: 6, ports: ports.acmeChallenge, reason: "cert-manager tries each challenge itself, over IPv6 as well", lifetime: "installation and operation", why: `Names lead cert-manager in ${name} to ${shown} beside the public IPv4 address, and it takes whichever answers.` })];
  },
});

/** From cert-manager to the entry: it asks for each challenge itself before it tells the authority. */
export const selfCheck = rule<readonly FlowDraft[]>({
  id: "firewall.challenge-self-check",
  title: "Self check of challenges",
  per: "cluster",
  sources: ["cert-manager.troubleshooting-acme", "cert-manager.http01"],
  derive: (read, cluster) => {
    const record = issuerAt(read, cluster);
    if (record.challenge !== "http01") return read.notApplicable("No challenge comes to the entry.");
    const { end, led } = challengedAt(read, cluster, record);
    // With two views, machines inside get the entry's own address.
    const outside = led && read.answer(dns.plan.zone) !== "split";
    const name = clusterName(read, cluster);
    const back = outside ? `, by names that lead to the public address: the firewall or router must lead connections from inside back in, or ${name} resolves them to the entry` : "";
    const row: Parameters<typeof flow>[1] = { refs: ["E1"], word: "self-check", of: cluster, source: ends.nodes(cluster), destination: outside ? end : ends.entry(cluster), ports: ports.acmeChallenge, reason: "cert-manager tries each challenge itself", lifetime: "installation and operation", why: `cert-manager in ${name} fetches each challenge before ${record.authority} is told of it, and orders nothing while that fails${back}.` };
    return [flow(read, row), ...(outside ? [] : stillToFormer(read, cluster, row))];
  },
});

/** From cert-manager to whoever signs. */
export const clusterToIssuer = rule<readonly FlowDraft[]>({
  id: "firewall.cluster-to-issuer",
  title: "Issuer for cert-manager",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const record = issuerAt(read, cluster);
    const { onInternet, endpoint, sources } = record;
    read.cite(...sources);
    const row = { refs: ["E21"], of: cluster, source: ends.nodes(cluster), reason: "cert-manager orders and renews certificates", lifetime: "installation and operation", why: `cert-manager in ${clusterName(read, cluster)} begins every renewal itself, so this way stays open for good.` } as const;
    if (endpoint) return waysTo(read, { ...row, destination: ends.issuer, ports: () => issuerPort(read, endpoint) }, throughProxy(read, placeOfCluster(read, cluster), issuerQuestions.plan[endpoint.addressQuestion] as Question<string>), signerCallers(record));
    if (!onInternet) return read.notApplicable("cert-manager signs inside the cluster and calls nobody.");
    const out = read.rule(wayOut, placeOfCluster(read, cluster));
    if (out.kind === "offline") return read.notApplicable("The cluster reaches nothing on the internet.");
    const both = withIssuer(read, cluster) ? { reason: `${row.reason}, and writes challenges into the zone` } : {};
    return [flow(read, { ...row, ...both, destination: out.kind === "proxy" ? out.end : ends.acme, ports: out.kind === "proxy" ? out.ports : ports.acmeDirectory })];
  },
});

/** From whoever signs to the Kubernetes API of the cluster, where it has tokens of cert-manager reviewed. */
export const issuerToApi = rule<readonly FlowDraft[]>({
  id: "firewall.issuer-to-api",
  title: "Issuer to the Kubernetes API",
  per: "cluster",
  sources: ["kkp.certificates"],
  derive: (read, cluster) => {
    const { tokenReview, authority } = issuerAt(read, cluster);
    if (!tokenReview) return read.notApplicable(`${capital(authority)} calls no Kubernetes API.`);
    read.cite(...tokenReview.sources);
    return [flow(read, { refs: ["E21"], word: "token-review", of: cluster, source: ends.issuer, destination: ends.api(cluster), ports: apiPortOf(read, cluster), reason: tokenReview.reason, lifetime: "installation and operation", why: `${tokenReview.why} of ${clusterName(read, cluster)}; without an answer nothing is signed.` })];
  },
});

/**
 * Where changes of the zone go: an API on the internet, through the proxy where there is one, or the customer's server.
 * @param apart The question for another server than that of the challenges.
 */
function zoneChange(read: Reader, cluster: string, { apiHosts, endpoint }: DnsService, apart?: Question<string>): { readonly row: Pick<Parameters<typeof flow>[1], "destination" | "ports" | "protocol">; readonly distant?: ReturnType<typeof throughProxy> } | undefined {
  if (endpoint) {
    const question = apart ?? (dnsServiceQuestions.plan[endpoint.addressQuestion] as Question<string>);
    const distant = endpoint.onInternet ? read.rule(wayOut, placeOfCluster(read, cluster)) : undefined;
    if (distant?.kind === "proxy") return { row: { destination: distant.end, ports: distant.ports } };
    return { row: { destination: apart ? ends.recordsServer : ends.zoneServer, ports: () => zonePort(read, endpoint), protocol: endpoint.protocol }, distant: endpoint.protocol === "TCP" ? throughProxy(read, placeOfCluster(read, cluster), question) : undefined };
  }
  if (apiHosts.length === 0) return undefined;
  const place = placeOfCluster(read, cluster);
  if (!reachesInternet(read, place)) return undefined;
  const out = read.rule(wayOut, place);
  return { row: out.kind === "proxy" ? { destination: out.end, ports: out.ports } : { destination: ends.zoneServer, ports: ports.zoneApi } };
}

/** Whether changes of the zone and orders go through the same proxy, so that one row opens both; false while nobody has said who serves the zone. */
function withIssuer(read: Reader, cluster: string): boolean {
  const { onInternet, endpoint, challenge } = issuerAt(read, cluster);
  if (!onInternet || endpoint || challenge !== "dns01") return false;
  const service = read.maybe(dns.plan.automation);
  if (read.rule(wayOut, placeOfCluster(read, cluster)).kind !== "proxy" || service.kind !== "known") return false;
  const { apiHosts, endpoint: zone }: DnsService = dnsServiceOf(service.value);
  return zone ? zone.onInternet === true : apiHosts.length > 0;
}

/** Ends the rule where no challenge stands in the zone. */
function challengeInZone(read: Reader, cluster: string): { readonly domain: string; readonly name: string; readonly authority: string; readonly onInternet: boolean } {
  const { challenge, authority, onInternet } = issuerAt(read, cluster);
  if (challenge !== "dns01") return read.notApplicable("No challenge stands in the zone.");
  return { domain: read.answer(project.plan.domain), name: clusterName(read, cluster), authority, onInternet };
}

const ZONE = { refs: ["E21"], lifetime: "installation and operation" } as const;

/** From cert-manager to the servers that answer for the zone, whoever takes its changes. */
export const clusterToZone = rule<readonly FlowDraft[]>({
  id: "firewall.cluster-to-zone",
  title: "Zone for cert-manager",
  per: "cluster",
  sources: ["cert-manager.dns01"],
  derive: (read, cluster) => {
    const { domain, name, authority, onInternet } = challengeInZone(read, cluster);
    const outcome = read.outcome(challengesSeen);
    const seen = outcome.kind === "known" ? outcome.value : "zone";
    const alone = `cert-manager in ${name} asks these resolvers alone before it calls ${authority}`;
    const why = {
      view: `${alone}; ${onInternet ? `those inside show the inner view of ${domain}, where the challenge never appears` : `those that show the view of ${domain} that ${authority} does not ask never have the challenge`}.`,
      "behind-proxy": `${alone}; the servers of ${domain} stand on the internet, and no proxy passes these questions on.`,
      zone: () => `cert-manager in ${name} ${read.outcome(delegatedChallenges).kind === "known" ? `follows the CNAME of each name below ${domain} and asks the servers of the zone that it leads to` : `asks the servers of ${domain} themselves`} before it calls ${authority}.`,
    }[seen];
    return [flow(read, { ...ZONE, of: `${cluster}.zone`, source: ends.nodes(cluster), destination: ends.zone, protocol: "TCP and UDP", ports: ports.dns, reason: "cert-manager waits until the zone shows the challenge", why })];
  },
});

/** From whoever signs to the service that answers for challenges in a zone of its own. */
export const internetToChallenges = rule<readonly FlowDraft[]>({
  id: "firewall.internet-to-challenges",
  title: "Challenges looked up on the internet",
  per: "plan",
  sources: ["letsencrypt.challenges", "acmedns.readme"],
  derive: (read) => {
    const { service } = read.rule(delegatedChallenges);
    const { onInternet, authority } = read.rule(issuer);
    if (!onInternet) return read.notApplicable(`${capital(authority)} looks challenges up inside.`);
    return [flow(read, { refs: ["E21"], word: "challenge-lookup", of: service.id, source: ends.internet, destination: ends.zoneServer, protocol: "TCP and UDP", ports: ports.dns, reason: `${capital(authority)} looks each challenge up`, lifetime: "installation and operation", why: `${capital(authority)} follows the CNAME of each name to ${serviceName(service)} and asks it from several networks of the internet, at every issue and renewal.` })];
  },
});

/** From cert-manager to whoever takes changes of the zone. */
export const challengeIntoZone = rule<readonly FlowDraft[]>({
  id: "firewall.challenge-into-zone",
  title: "Changes of the zone by cert-manager",
  per: "cluster",
  sources: ["cert-manager.dns01"],
  derive: (read, cluster) => {
    const { domain, name } = challengeInZone(read, cluster);
    const service = dnsServiceOf(read.answer(dns.plan.automation));
    const change = zoneChange(read, cluster, service);
    if (!change) return read.notApplicable("Nothing is called to change the zone.");
    if (withIssuer(read, cluster)) return read.notApplicable("The row to the issuer opens the way: both go through the proxy.");
    const row = { ...ZONE, ...change.row, of: `${cluster}.zone-api`, source: ends.nodes(cluster), reason: service.delegates ? "cert-manager writes the challenge" : "cert-manager writes the challenge into the zone", why: service.delegates ? `Each renewal in ${name} writes one TXT record there, for a name below ${domain} that leads to it.` : `Each renewal in ${name} writes one TXT record below ${domain} and removes it again.` };
    return waysTo(read, row, change.distant, solverCallers(service));
  },
});

/** From external-dns to the zone. */
export const recordsToZone = rule<readonly FlowDraft[]>({
  id: "firewall.records-to-zone",
  title: "Zone for external-dns",
  per: "cluster",
  sources: ["external-dns.providers"],
  derive: (read, cluster) => {
    const { service } = read.rule(externalDns);
    const change = zoneChange(read, cluster, service, settledRecordsServer(read, service));
    if (!change) return read.notApplicable("Nothing is called to change the zone.");
    const name = clusterName(read, cluster);
    return [flow(read, { refs: ["D1"], word: "records", of: cluster, source: ends.nodes(cluster), ...change.row, ...change.distant, reason: "external-dns keeps the records in step", lifetime: "installation and operation", why: `One external-dns runs in ${name} and writes the records of its own Services and routes, also after the installation.` })];
  },
});
