import type { DnsService } from "../../dns-services/dns-service.ts";
import { serviceName } from "../../dns-services/registry.ts";
import { dns, dnsServiceQuestions } from "../../answers/chapters/dns.ts";
import { externalDnsField } from "../../facts/dns.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Question } from "../../answers/question.ts";
import { known, openFor, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { entryAddress } from "../addresses/assignments.ts";
import { servesOwnInterfaces } from "../addresses/slots.ts";
import { filled, filledValue } from "../basics/filled.ts";
import { entryIn, nameOfCluster, releaseIn, runsAlready } from "../basics/platform.ts";
import { externalDns, insideView, ownsTop } from "../dns/external-dns.ts";
import { besideSolver, recordsServer } from "../dns/records-beside.ts";
import { annotatedWildcard } from "../dns/written-records.ts";
import { isSeparateSeed, placeOfCluster } from "../firewall/subjects.ts";
import { noProxyOf } from "../internet/no-proxy.ts";
import { proxiedHosts } from "../internet/proxied-hosts.ts";
import { proxyUrl } from "./proxy.ts";
import { helmValues, seedObject, setting, type Found } from "./setting.ts";
import { balancerOf } from "../basics/balancer.ts";

/** Answers that fields of a service may name. */
const ANSWERS = { ...dnsServiceQuestions.plan, zoneName: dns.plan.zoneName };

/** Beginning of the annotations that external-dns reads. */
const ANNOTATIONS = "external-dns.alpha.kubernetes.io/";

type WrittenRow = (word: string, field: string, value: Found<Setting["value"] | string>, why: Found<string>) => Setting;

/** What external-dns watches: a Seed apart without interfaces has no entry, and so not even the kind of a route. */
function sourcesRow(read: Reader, cluster: string, row: WrittenRow): Setting {
  const routes = (): Value<boolean> => {
    if (!isSeparateSeed(read, cluster)) return known(true);
    const serves = read.outcome(servesOwnInterfaces, cluster);
    return openFor(serves) ?? known(serves.kind === "known" && serves.value);
  };
  const value = (): Setting["value"] => {
    const watched = routes();
    return watched.kind === "known" ? known(watched.value ? `${entryIn(read, cluster).recordSource}, service` : "service") : watched;
  };
  const why = (): string => {
    const watched = routes();
    const { title, recordSource } = entryIn(read, cluster);
    return watched.kind === "known" && !watched.value
      ? `${nameOfCluster(read, cluster)} shows no interface, so it has no ${recordSource}; the nodeport-proxy is a Service.`
      : `KKP ${releaseIn(read).id} publishes hosts at ${title} as ${recordSource}; the nodeport-proxy is a Service.`;
  };
  return row("sources", "sources", value, why);
}

/** What an entry on ports of the nodes shows is no address that people dial, so records lead to what the plan leads them to; none where the entry shows its own. */
function targetsRow(read: Reader, cluster: string, row: WrittenRow): readonly Setting[] {
  const shows = () => ({ entry: entryIn(read, cluster), kind: balancerOf(read, cluster) });
  const { entry, kind } = read.aside(shows);
  if (entry.own || kind.addressesFrom !== "nodes") return [];
  shows();
  const serves = read.outcome(entryAddress, cluster);
  if (serves.kind === "not-applicable") return [];
  read.cite("external-dns.flags");
  const address: Setting["value"] = serves.kind === "waiting" ? openFor(serves) : serves.value.address;
  const value = (): Setting["value"] => (address.kind === "known" ? known(`--default-targets=${address.value}, --force-default-targets`) : address);
  const why = (): string => `On ports of the nodes ${entry.title} shows ${entry.shownOnNodePorts}, which external-dns would write into every record of ${nameOfCluster(read, cluster)}; the second flag is marked as deprecated, and without it what the entry shows wins.`;
  return [row("targets", "extraArgs", value, why)];
}

/** A value of external-dns, with answers of its own in place of those of cert-manager where both change the zone. */
function toldRecords(read: Reader, service: DnsService, value: string): Value<string> {
  if (service.externalDns?.beside?.some(({ of }) => value.includes(`{${of}}`)) !== true) return filledValue(read, value, ANSWERS);
  const beside = besideSolver(read, service);
  if (beside.kind !== "known") return beside;
  return filledValue(read, beside.value.reduce((text, { of, question }) => text.replaceAll(`{${of}}`, `{${question}}`), value), ANSWERS);
}

/** Values of the external-dns that runs in a cluster, and the annotation it finds the nodeport-proxy by. */
export const externalDnsSettings = rule<readonly Setting[]>({
  id: "settings.dns-external",
  title: "Fields of external-dns",
  per: "cluster",
  sources: ["kkp.upgrade-2.31", "external-dns.providers"],
  derive: (read, cluster) => {
    const { provider, service } = read.rule(externalDns);
    const view = read.outcome(insideView);
    const inside = view.kind === "known" ? view.value : undefined;
    if (inside) read.cite(...inside.sources);
    const name = nameOfCluster(read, cluster);
    const row = (word: string, field: string, value: Found<Setting["value"] | string>, why: Found<string>, object = helmValues(`external-dns on ${name}`)) => setting(read, { topic: "dns", object, id: `dns.${word}[${cluster}]`, field, value, why });
    const inField = (words: (names: { readonly field: string; readonly from: string; readonly before: string }) => Setting): Setting => read.forRow(`setting.dns.provider[${cluster}]`, () => words(read.fact(externalDnsField)));
    const readWildcard = () => read.optionalRule(annotatedWildcard, cluster);
    const wildcard = read.aside(readWildcard);
    /** A value that stands there for the wildcard alone. */
    const ofWildcard = (value: Setting["value"] | string) => (): Setting["value"] | string => (readWildcard(), value);
    const marked = (value: string) => (): string => (read.cite("external-dns.txt"), value);
    const installed = runsAlready(read);
    const zone = read.maybe(dns.plan.zoneName);
    const place = placeOfCluster(read, cluster);
    // A webhook is the container that calls; external-dns itself asks it alone.
    const beside = service.externalDns?.kind === "webhook";
    const variables = beside ? "provider.webhook.env" : "env";
    const server = service.endpoint?.protocol === "TCP" ? (recordsServer(read, service) ?? (dnsServiceQuestions.plan[service.endpoint.addressQuestion] as Question<string> | undefined)) : undefined;
    const distant = service.endpoint?.onInternet ?? (server && read.rule(proxiedHosts).has((read.optional(server) ?? "").toLowerCase()));
    return [
      inField(({ field, from, before }) => row("provider", field, view.kind === "waiting" ? read.maybe(dns.plan.zone) : (inside?.provider ?? provider), `${service.externalDns?.kind === "webhook" ? `external-dns reaches ${serviceName(service)} by a webhook beside it.` : `external-dns writes to ${serviceName(service)} by a provider of its own, so nothing has to be installed beside it.`}${inside?.provider === undefined ? "" : ` ${inside.why}`} Charts before ${from} know it as ${before}.`)),
      ...(inside?.argument === undefined ? [] : [row("visibility", "extraArgs", inside.argument, inside.why)]),
      ...(service.externalDns?.fields ?? []).map(({ field, value, why }, at) =>
        read.forRow(`setting.dns.service-${at + 1}[${cluster}]`, () => row(`service-${at + 1}`, field, toldRecords(read, service, value), filled(read, why, ANSWERS))),
      ),
      sourcesRow(read, cluster, row),
      ...targetsRow(read, cluster, row),
      row("zone", "domainFilters", zone, `Nothing outside ${zone.kind === "known" ? zone.value : "the zone"} can be touched, whatever somebody annotates.`),
      installed
        ? row("owner", "txtOwnerId", marked(`<fill-in: that of the installed external-dns, or kkp-${name} where none is installed>`), "What is there is marked with it: with another one external-dns owns none of its records, and neither moves nor changes them.")
        : row("owner", "txtOwnerId", `kkp-${name}`, "Clusters that share a zone keep their hands off each other's records by it."),
      ...(installed ? [row("marks", "txtPrefix, txtSuffix and extraArgs: --txt-wildcard-replacement", marked("<fill-in: those of the installed external-dns, as far as it has them>"), "They are part of the names of its marks, which it finds no more when they change.")] : []),
      row("policy", "policy", "upsert-only", "With sync, records vanish as soon as a route does, for example in the middle of an upgrade."),
      ...((service.apiHosts.length > 0 || distant) && read.answer(network.place.internet, place) === "proxy"
        ? [
            row("https-proxy", `${variables}: HTTPS_PROXY`, proxyUrl(read, place), `${beside ? "The webhook of external-dns" : "external-dns"} calls ${serviceName(service)} on the internet and takes no proxy from KKP.`),
            row("no-proxy", `${variables}: NO_PROXY`, noProxyOf(read, [cluster], []), beside ? "The webhook is asked by external-dns in the same pod and calls nothing else inside." : "It watches Services and routes in the cluster's own API."),
          ]
        : []),
      ...(wildcard !== undefined
        ? [
            ...(installed ? [] : [row("owner-wildcard", "extraArgs", () => (readWildcard(), marked("--txt-wildcard-replacement=any")()), "external-dns marks what it writes by a TXT record that is named like it; of a wildcard most services refuse that name, and without its mark the wildcard is not written.")]),
            row("prefix", "annotationPrefix", ofWildcard(ANNOTATIONS), "Version 0.22 reads another prefix unless it is told, and would not find the wildcard of the nodeport-proxy."),
            row("wildcard", `spec.nodeportProxy.envoy.loadBalancerService.annotations: ${ANNOTATIONS}hostname`, ofWildcard(wildcard), `No route names user clusters of ${name}, so external-dns reads their wildcard from the Service of the nodeport-proxy.`, seedObject(name)),
          ]
        : []),
    ];
  },
});

/** Names the marks of external-dns so that they stay in the zone, where its top is a name of the platform. */
export const externalDnsMarks = rule<readonly Setting[]>({
  id: "settings.dns-external-marks",
  title: "Marks of external-dns at the top of the zone",
  per: "cluster",
  sources: ["external-dns.txt"],
  derive: (read, cluster) => {
    read.rule(externalDns);
    if (runsAlready(read)) return read.notApplicable("The names of its marks stay as they are.");
    if (!ownsTop(read)) return read.notApplicable("The top of the zone is no name of the platform.");
    const zone = read.answer(dns.plan.zoneName);
    return [setting(read, { topic: "dns", object: helmValues(`external-dns on ${nameOfCluster(read, cluster)}`), id: `dns.owner-top[${cluster}]`, field: "txtPrefix", value: "kkp-%{record_type}.", why: `${zone} is the top of its zone: without a prefix that ends in a full stop the mark would be named beside it, outside the zone, and external-dns would never change its record. It is not changed afterwards.` })];
  },
});
