import { access } from "../../answers/chapters/access.ts";
import { authentication } from "../../answers/chapters/authentication.ts";
import { backup } from "../../answers/chapters/backup.ts";
import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import { dns, dnsServiceQuestions } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import type { Question } from "../../answers/question.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import { ports } from "../../facts/ports.ts";
import type { AnswerPath, Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import { gitHost } from "../access/repository-host.ts";
import { masterCluster } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";
import { certificateRequest } from "../certificates/requests.ts";
import { externalDns } from "../dns/external-dns.ts";
import { recordsServer } from "../dns/records-beside.ts";
import { bastionClusters } from "../firewall/bastion-clusters.ts";
import { ends } from "../firewall/ends.ts";
import { sites } from "../firewall/sites.ts";
import { placeOfCluster, placeOfWorkers } from "../firewall/subjects.ts";
import { connectorsInUse, hostQuestion, loginQuestion, transportOf, type ChosenConnector } from "../identity/connectors.ts";
import { discoveredHosts, seedIssuerHosts, vendorHosts } from "../identity/discovered-hosts.ts";
import { furtherIssuers } from "../identity/further-issuers.ts";
import { seedIssuer, seedIssuerPort } from "../identity/seed-issuer.ts";
import { bucketHostsOf } from "../storage/dialled-hosts.ts";
import { storeHosts } from "../storage/store-hosts.ts";
import { stores } from "../storage/stores.ts";
import { allProxied, storeCallers, issuerCallers, signerCallers, snapshotCallers, solverCallers, workerCallers, type Callers } from "./without-proxy.ts";
import { issuerPort, zonePort } from "../basics/server-ports.ts";
import { storePort } from "../storage/store-port.ts";

/** A system that the customer names by its host and that machines of the plan ask over HTTP. */
export interface NamedHost {
  readonly host: string;
  /** The host whose discovery document names it; the proxy that leads there leads to it as well. */
  readonly of?: string;
  /** Hosts that programs dial in its place, as far as they are known: a bucket stands in front of some. */
  readonly dialled?: readonly string[];
  readonly title: string;
  readonly ports: string;
  readonly answer: AnswerPath;
  /** Machines that ask it, each with its place and with what of theirs takes no proxy. */
  readonly askedBy: readonly ({ readonly end: string; readonly place: string } & Callers)[];
}

/** Every such system whose host is answered. */
export const namedHosts = rule<readonly NamedHost[]>({
  id: "internet.named-hosts",
  title: "Hosts that the customer names",
  per: "plan",
  sources: ["kkp.http-proxy"],
  derive: (read) => {
    const all = read.subjects("cluster");
    const nodes = (clusters: readonly string[], callers: (cluster: string) => Callers = () => allProxied) => clusters.map((cluster) => ({ end: ends.nodes(cluster), place: placeOfCluster(read, cluster), ...callers(cluster) }));
    const named = (question: Question<string> | undefined, subject: string | undefined, title: string, port: () => string, askedBy: () => NamedHost["askedBy"]): readonly NamedHost[] => {
      const host = question && read.optional(question, subject);
      return question === undefined || host === undefined ? [] : [{ host, title, ports: port(), answer: read.path(question, subject), askedBy: askedBy() }];
    };
    const bastions = () => [...read.rule(sites).keys()].flatMap((place) => (bastionClusters(read, place).length === 0 ? [] : [{ end: ends.bastion(place), place, ...allProxied }]));
    const dialling = (hosts: readonly Value<string>[], rows: readonly NamedHost[]): readonly NamedHost[] => rows.map((row) => ({ ...row, dialled: hosts.flatMap((host) => (host.kind === "known" ? [host.value] : [])) }));
    const discovered = (source: ChosenConnector) => {
      const found = source.endpoint?.calledBy.includes("platform") ? discoveredHosts(read, source) : undefined;
      const own = hostQuestion(source);
      const of = own && read.optional(own);
      return (found?.hosts ?? []).flatMap((host) => (found && host.kind === "known" ? [{ host: host.value, answer: found.answer, ...(of === undefined ? {} : { of }) }] : []));
    };
    const [git, kept, signing, sources] = [read.outcome(gitHost), read.outcome(stores), read.outcome(issuer), read.outcome(connectorsInUse)];
    const signer = signing.kind === "known" ? signing.value : undefined;
    const certified = () => all.filter((cluster) => read.outcome(certificateRequest, cluster).kind === "known");
    const recording = read.outcome(externalDns).kind === "known";
    const automation = read.optional(dns.plan.automation);
    const service = automation === undefined ? undefined : dnsServiceOf(automation);
    const zone = recording || signer?.challenge === "dns01" ? service?.endpoint : undefined;
    // Where both write to the zone, external-dns takes the proxy whatever cert-manager does.
    const apart = service && recording ? recordsServer(read, service) : undefined;
    const writers = (cluster: string): Callers => {
      const solved = service && signer?.challenge === "dns01" && certified().includes(cluster) ? solverCallers(service) : allProxied;
      return { ...solved, proxied: (recording && !apart) || solved.proxied };
    };
    return [
      ...(git.kind === "known" && git.value.transport.startsWith("http") ? [{ host: git.value.host, title: "Git repository", ports: git.value.port, answer: read.path(access.plan.repository), askedBy: bastions() }] : []),
      ...(read.optional(access.plan.secretStore) === "vault" ? named(access.plan.vaultAddress, undefined, "Vault", () => String(read.answer(access.plan.vaultPort)), bastions) : []),
      ...(sources.kind === "known" ? sources.value : []).flatMap((source) => {
        const { endpoint, login } = source;
        // The runbook asks an issuer in place of Dex from where the platform is installed; a bastion that nobody has chosen yet holds no other asker back.
        const tried = () => {
          const bastion = read.maybe(access.plan.bastion);
          const place = placeOfCluster(read, read.rule(masterCluster));
          return bastion.kind === "known" && bastion.value ? [{ end: ends.bastion(place), place, ...allProxied }] : [];
        };
        const askers = () => (source.issuer ? [...nodes(all, (cluster) => issuerCallers(read, cluster)), ...tried()] : nodes([read.rule(masterCluster)]));
        const port = () => String(transportOf(read, source)?.port ?? "");
        return [
          ...(endpoint && !endpoint.withoutHttp && endpoint.calledBy.includes("platform") ? named(hostQuestion(source), undefined, endpoint.title, port, askers) : []),
          ...discovered(source).map((host) => ({ ...host, title: endpoint?.title ?? "", ports: port(), askedBy: askers() })),
          ...(login ? named(loginQuestion(source), undefined, login.title, () => String(login.port), askers) : []),
        ];
      }),
      ...(signer?.endpoint ? named(issuerQuestions.plan[signer.endpoint.addressQuestion] as Question<string> | undefined, undefined, signer.endpoint.title, () => (signer.endpoint ? issuerPort(read, signer.endpoint) : ""), () => nodes(certified(), () => signerCallers(signer))) : []),
      ...(zone?.protocol === "TCP" ? named(dnsServiceQuestions.plan[zone.addressQuestion] as Question<string> | undefined, undefined, zone.title, () => zonePort(read, zone), () => nodes(recording && !apart ? all : certified(), writers)) : []),
      ...(zone?.protocol === "TCP" && apart ? named(apart, undefined, zone.title, () => zonePort(read, zone), () => nodes(all, () => allProxied)) : []),
      ...(kept.kind === "known" ? kept.value : []).flatMap((store) => {
        const { id, question, title, alsoFrom } = store;
        return dialling(storeHosts(read, store).hosts, named(question, undefined, title, () => storePort(read, question), () => [
          ...(id === "mla" ? nodes(all.filter((cluster) => read.answer(infrastructure.cluster.role, cluster) !== "master")) : nodes(all, (cluster) => storeCallers(read, id, cluster))),
          ...(alsoFrom.includes("workers") ? read.subjects("datacenter").map((datacenter) => ({ end: ends.workers(datacenter), place: placeOfWorkers(read, datacenter), ...workerCallers })) : []),
        ]));
      }),
      ...all.flatMap((cluster) => {
        const saved = read.optional(infrastructure.cluster.role, cluster) !== "master" && read.optional(storage.cluster.backupTarget, cluster) === "s3";
        const own = read.outcome(seedIssuer, cluster).kind === "known";
        const further = read.outcome(furtherIssuers, cluster);
        const ofVendor = (rows: readonly NamedHost[]): readonly NamedHost[] => rows.flatMap((row) => [row, ...vendorHosts(read, row.host).map((host) => ({ ...row, host, of: row.host }))]);
        const besideOwn = (seed: string, row: NamedHost): readonly NamedHost[] => {
          const { hosts, answer } = seedIssuerHosts(read, seed, row.host);
          return hosts.flatMap((host) => (host.kind === "known" ? [{ ...row, host: host.value, of: row.host, answer }] : []));
        };
        return [
          ...(saved ? dialling(bucketHostsOf(read, read.maybe(storage.cluster.s3Endpoint, cluster), () => read.maybe(backup.cluster.bucket, cluster)), named(storage.cluster.s3Endpoint, cluster, "S3 for backups", () => storePort(read, storage.cluster.s3Endpoint, cluster), () => nodes([cluster], () => snapshotCallers))) : []),
          ...(own ? named(authentication.cluster.ownIssuer, cluster, "Issuer of a Seed", () => String(seedIssuerPort(read, cluster)), () => nodes([cluster, read.rule(masterCluster)])).flatMap((row) => [row, ...besideOwn(cluster, row)]) : []),
          ...ofVendor(further.kind === "known" ? further.value.map((host) => ({ host, title: "Further issuer of a Seed", ports: read.fact(ports.tokenIssuer), answer: read.path(authentication.cluster.furtherIssuers, cluster), askedBy: nodes([cluster]) })) : []),
        ];
      }),
    ];
  },
});
