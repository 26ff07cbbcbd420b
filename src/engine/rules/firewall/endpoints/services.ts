import { backup } from "../../../answers/chapters/backup.ts";
import { issuerQuestions } from "../../../answers/chapters/certificates.ts";
import { dns, dnsServiceQuestions } from "../../../answers/chapters/dns.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { project } from "../../../answers/chapters/project.ts";
import { storage } from "../../../answers/chapters/storage.ts";
import type { Question } from "../../../answers/question.ts";
import type { DnsService } from "../../../dns-services/dns-service.ts";
import { dnsServiceOf } from "../../../dns-services/registry.ts";
import { acmeHosts, registryHosts } from "../../../facts/external-hosts.ts";
import { known, openFor, type Value } from "../../../kernel/outcome.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { listed } from "../../../values/sentence.ts";
import { clusterName } from "../../basics/platform.ts";
import { delegatedChallenges } from "../../certificates/delegated-challenges.ts";
import { recordsServer } from "../../dns/records-beside.ts";
import { challengesSeen } from "../../certificates/challenges-seen.ts";
import { issuer } from "../../certificates/issuer.ts";
import { externalDns } from "../../dns/external-dns.ts";
import { connectorsInUse, hostQuestion, loginQuestion, titlesOf } from "../../identity/connectors.ts";
import { discoveredHosts, seedIssuerHosts, vendorHosts } from "../../identity/discovered-hosts.ts";
import { hostsAsked } from "../../identity/reads-groups.ts";
import { furtherIssuers } from "../../identity/further-issuers.ts";
import { bucketHostsOf } from "../../storage/dialled-hosts.ts";
import { ends } from "../ends.ts";
import { seedIssuer } from "../../identity/seed-issuer.ts";

/** Registries and package sources on the internet. */
export const registryEndpoint = rule<readonly Endpoint[]>({
  id: "firewall.registries",
  title: "Registries and package sources",
  per: "plan",
  sources: ["kkp.proxy-allow-list"],
  derive: (read) => {
    if (read.subjects("cluster").length + read.subjects("datacenter").length === 0) return read.notApplicable("The plan has no machines yet.");
    return [
      { id: ends.registries, title: "Registries and package sources", kind: "registries", addresses: [], stands: "internet", from: read.cell, why: `Images come from ${listed(read.fact(registryHosts).map(({ host }) => host))}, charts, binaries and packages from others; each row names the hosts of its source, and the table of hosts on the internet what each is for.` },
    ];
  },
});

/** Identity source that Dex asks. */
export const identityEndpoint = rule<readonly Endpoint[]>({
  id: "firewall.identity-source",
  title: "Identity source",
  per: "plan",
  sources: ["dex.connectors"],
  derive: (read) => {
    const all = read.rule(connectorsInUse);
    if (all.every(({ endpoint }) => !endpoint)) return read.notApplicable(`${titlesOf(all)} need no other system.`);
    return all.flatMap((source, at): readonly Endpoint[] => {
      const { id, endpoint, issuer: own, login } = source;
      if (!endpoint) return [];
      const question = hostQuestion(source);
      const addresses = question ? [read.maybe(question), ...(discoveredHosts(read, source)?.hosts ?? [])] : hostsAsked(read, source).map(known);
      const why = own
        ? "It signs every token; the API of KKP, the proxies of interfaces and the API servers of user clusters ask it for its keys."
        : endpoint.calledBy.includes("platform")
          ? "Dex asks it at every login, and at every renewal of a session."
          : "Browsers are sent there at every login and carry its answer back to Dex.";
      const asked = loginQuestion(source);
      return [
        { id: at === 0 ? ends.identity : ends.identitySource(id), title: endpoint.title, kind: "identity", addresses, from: read.cell, why },
        ...(login && asked ? [{ id: ends.identityLogin(id), title: login.title, kind: "identity" as const, addresses: [read.maybe(asked)], from: read.cell, why: "Browsers are sent there at every login, and Dex fetches the token of whoever logged in." }] : []),
      ];
    });
  },
});

/** What cert-manager talks to for certificates, and who talks to us. */
export const acmeEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.acme",
  title: "Server of the certificate issuer",
  per: "plan",
  sources: ["letsencrypt.challenges", "cert-manager.dns01"],
  derive: (read) => {
    const { by, challenge, onInternet, endpoint, authority } = read.rule(issuer);
    if (by === "hand") return read.notApplicable("The certificate is supplied, so no issuer is called.");
    const from = read.cell;
    const question = endpoint ? (issuerQuestions.plan[endpoint.addressQuestion] as Question<string> | undefined) : undefined;
    const rows: Endpoint[] = [];
    if (onInternet) rows.push({ id: ends.acme, title: authority, kind: "acme", addresses: read.forRow(ends.acme, () => read.fact(acmeHosts).map(({ host }) => known(host))), stands: "internet", from, why: "cert-manager orders and renews every certificate there." });
    if (endpoint && question) rows.push({ id: ends.issuer, title: endpoint.title, kind: "acme", addresses: [read.maybe(question)], from, why: "cert-manager has every certificate signed there, at the installation and at each renewal." });
    if (onInternet && (challenge === "http01" || read.outcome(delegatedChallenges).kind === "known")) rows.push({ id: ends.internet, title: "Internet", kind: "internet", addresses: [], from, why: `${authority} validates from changing addresses, so no source list can be given.` });
    return rows;
  },
});

const AUTHORITATIVE = "Authoritative DNS";

/** Servers that answer for the zone are found by its NS records; nobody has to name them. The zone may begin above the domain. */
function serversOf(read: Reader): Value<string> {
  const domain = read.maybe(project.plan.domain);
  return domain.kind === "known" ? known(`NS of the zone of ${domain.value}`) : domain;
}

/** Where cert-manager looks for its challenges: at the servers of the zone, or at resolvers that show the outer of two views. */
function challengesSeenAt(read: Reader, why: string): Pick<Endpoint, "title" | "addresses" | "why"> {
  const zone = read.maybe(dns.plan.zone);
  if (zone.kind !== "known") return { title: AUTHORITATIVE, addresses: [zone], why };
  const seen = read.outcome(challengesSeen);
  const unsaid = openFor(seen);
  if (unsaid) return { title: AUTHORITATIVE, addresses: [unsaid], why };
  if (seen.kind === "known" && seen.value === "zone") {
    const automation = read.maybe(dns.plan.automation);
    if (automation.kind !== "known") return { title: AUTHORITATIVE, addresses: [automation], why };
    const { delegates, endpoint }: DnsService = dnsServiceOf(automation.value);
    if (!delegates || !endpoint) return { title: AUTHORITATIVE, addresses: [serversOf(read)], why };
    read.cite("cert-manager.code.propagation");
    return { title: delegates.title, addresses: [read.maybe(dnsServiceQuestions.plan[endpoint.addressQuestion] as Question<string>)], why: "cert-manager follows the CNAME of each challenge and waits until the servers of the zone that it leads to answer with it." };
  }
  const { onInternet, authority } = read.rule(issuer);
  const named = read.maybe(dns.plan.challengeResolvers);
  const resolvers = named.kind === "known" ? named.value.map((address) => known(address)) : [named];
  if (seen.kind === "known" && seen.value === "behind-proxy") return { title: "Resolvers for challenges", addresses: resolvers, why: "cert-manager asks these alone whether a challenge is there: the servers of the zone stand on the internet, where the proxy leads nobody by DNS." };
  if (!onInternet) return { title: `Resolvers of the view that ${authority} asks`, addresses: resolvers, why: `cert-manager asks these alone whether a challenge is there: it stands in the view that ${authority} asks, and resolvers that show the other one never have it.` };
  return { title: "Resolvers of the outer view", addresses: resolvers, why: "cert-manager asks these alone whether a challenge is there: resolvers inside show the inner view, where it never appears." };
}

/** Servers of the zone: those that answer, and the customer's own that takes changes. */
export const zoneEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.zone",
  title: "Servers of the zone",
  per: "plan",
  sources: ["cert-manager.dns01", "external-dns.providers"],
  derive: (read) => {
    const signing = read.outcome(issuer);
    const solving = signing.kind === "known" && signing.value.challenge === "dns01";
    const recording = read.outcome(externalDns).kind === "known";
    if (!solving && !recording) return read.notApplicable("No program reads or changes the zone.");
    const from = read.cell;
    // Until it is known who issues certificates, cert-manager may look for challenges elsewhere than external-dns writes.
    const unsaid = openFor(signing);
    const chosen = read.optional(dns.plan.automation);
    const service = chosen === undefined ? undefined : dnsServiceOf(chosen);
    const question = service?.endpoint ? (dnsServiceQuestions.plan[service.endpoint.addressQuestion] as Question<string> | undefined) : undefined;
    const why = solving ? "cert-manager writes the challenge into the zone and waits until the zone's own servers answer with it." : "external-dns writes the records of the platform there.";
    const changed = service === undefined || (!question && service.apiHosts.length === 0) ? undefined : service;
    const apart = changed && recording ? recordsServer(read, changed) : undefined;
    const asked = changed?.credential ? "a credential" : "a signature";
    return [
      { id: ends.zone, kind: "dns", from, ...(solving ? challengesSeenAt(read, why) : { title: AUTHORITATIVE, addresses: [unsaid ?? serversOf(read)], why }) },
      ...(changed ? [{ id: ends.zoneServer, title: changed.endpoint?.title ?? `API of ${changed.title}`, kind: "dns" as const, addresses: question ? [read.maybe(question)] : changed.apiHosts.map((host) => known(host)), ...(question ? {} : { stands: "internet" as const }), from, why: `${listed([...(solving ? ["cert-manager writes each challenge there"] : []), ...(recording && !apart ? ["external-dns keeps the records of the platform there"] : [])])}; no change is taken without ${asked}.` }] : []),
      ...(changed && apart ? [{ id: ends.recordsServer, title: `${changed.endpoint?.title ?? changed.title} of the inner view`, kind: "dns" as const, addresses: [settled(read, question, apart)], from, why: `external-dns keeps the records of the inner view there; no change is taken without ${asked}.` }] : []),
    ];
  },
});

/** The server of the inner view; open with that of the outer one, which may be the same. */
function settled(read: Reader, outer: Question<string> | undefined, inner: Question<string>): Value<string> {
  const other = outer && read.maybe(outer);
  return other === undefined || other.kind === "known" ? read.maybe(inner) : other;
}

/** S3 outside the cluster that takes a Seed's backups. */
export const s3Endpoints = rule<readonly Endpoint[]>({
  id: "firewall.s3",
  title: "S3 for backups",
  per: "cluster",
  sources: ["kkp.etcd-backups"],
  derive: (read, cluster) => {
    if (read.optional(storage.cluster.backupTarget, cluster) !== "s3" || read.answer(infrastructure.cluster.role, cluster) === "master") {
      return read.notApplicable("No backup leaves the cluster.");
    }
    const name = clusterName(read, cluster);
    const host = read.maybe(storage.cluster.s3Endpoint, cluster);
    const dialled = bucketHostsOf(read, host, () => read.maybe(backup.cluster.bucket, cluster));
    return [{ id: ends.s3(cluster), title: `S3 for ${name}`, kind: "s3", cluster, addresses: [host, ...dialled], from: read.cell, why: `Snapshots outlive ${name} there${dialled.length === 0 ? "" : "; s3cmd writes them to the endpoint itself, and KKP's controllers and the exporter look for them at the other name"}.` }];
  },
});

/** Issuer that the user clusters of one Seed take. */
export const seedIssuerEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.seed-issuers",
  title: "Issuer of a Seed",
  per: "cluster",
  sources: ["kkp.oidc"],
  derive: (read, cluster) => {
    const host = read.rule(seedIssuer, cluster);
    const name = clusterName(read, cluster);
    return [{ id: ends.seedIssuer(cluster), title: `Issuer of ${name}`, kind: "identity", addresses: [known(host), ...seedIssuerHosts(read, cluster, host).hosts], from: read.cell, why: `User clusters of ${name} accept its tokens, and no others.` }];
  },
});

/** Further issuers whose tokens the user clusters of a Seed accept. */
export const furtherIssuerEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.further-issuers",
  title: "Further issuers of a Seed",
  per: "cluster",
  sources: ["kkp.iap"],
  derive: (read, cluster) => {
    const hosts = read.rule(furtherIssuers, cluster);
    const name = clusterName(read, cluster);
    return hosts.map((host, at) => ({ id: ends.furtherIssuer(cluster, at + 1), title: `Further issuer ${hosts.length === 1 ? "" : `${at + 1} `}of ${name}`, kind: "identity", addresses: [host, ...vendorHosts(read, host)].map(known), from: read.cell, why: `User clusters of ${name} accept its tokens beside those of the platform's issuer.` }));
  },
});
