import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import { dns, dnsServiceQuestions } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Question } from "../../answers/question.ts";
import { dnsServiceOf } from "../../dns-services/registry.ts";
import { known, type SourceId, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { formatAll } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { hostPort } from "../../values/url-host.ts";
import { endpointFrom } from "../addresses/endpoint-placeholder.ts";
import { setUpByHand } from "../basics/joined.ts";
import { datacenterName, nameOfCluster, nameOfDatacenter, datacentersOf, masterCluster, placeName, seeds } from "../basics/platform.ts";
import { isSeparateSeed, placeOfCluster, placeOfWorkers, seedOf } from "../firewall/subjects.ts";
import { askedHosts, connectorsInUse, titlesOf } from "../identity/connectors.ts";
import { managementProxyOf } from "../internet/management-proxy.ts";
import { proxiedHosts } from "../internet/proxied-hosts.ts";
import { signerCallers, solverCallers } from "../internet/without-proxy.ts";
import { aroundMaster, joinedParts, noProxyOf } from "../internet/no-proxy.ts";
import { issuer } from "../certificates/issuer.ts";
import { certificateRequest } from "../certificates/requests.ts";
import { CONFIGURATION, MASTER_VALUES, seedObject, seedValues, setting, type Found } from "./setting.ts";
import { replacesDex } from "../identity/token-issuer.ts";

const proxied = (read: Reader, place: string): boolean => read.answer(network.place.internet, place) === "proxy";

/** The proxy of a place as a URL. */
export function proxyUrl(read: Reader, place: string): Value<string> {
  const [host, port] = [read.maybe(network.place.proxyAddress, place), read.maybe(network.place.proxyPort, place)];
  return host.kind !== "known" ? host : port.kind !== "known" ? port : known(`http://${hostPort(host.value, port.value)}`);
}

/** Proxy of the master's own components. */
export const masterProxy = rule<readonly Setting[]>({
  id: "settings.internet-master",
  title: "Proxy fields of the master",
  per: "plan",
  sources: ["kkp.http-proxy", "kkp.code.operator-proxy"],
  derive: (read) => {
    const master = read.rule(masterCluster);
    const place = placeOfCluster(read, master);
    if (!proxied(read, place)) return read.notApplicable("The master stands behind no proxy.");
    const [url, name] = [proxyUrl(read, place), nameOfCluster(read, master)];
    const dex = !replacesDex(read);
    const all = [...new Set([master, ...read.rule(seeds)])];
    const row = (word: string, value: Found<Value<string> | string>, why: string) => setting(read, { topic: "internet", object: CONFIGURATION, id: `internet.master-${word}`, field: `spec.proxy.${word}`, value, why });
    return [
      row("http", url, `API, dashboard and controllers on ${name} reach the internet through it.`),
      row("https", url, `The master takes a proxy for each protocol; all other levels have one value for both.`),
      row("noProxy", () => noProxyOf(read, all, [], read.rule(aroundMaster)), `${name} calls ${all.length === 1 ? `its own Kubernetes API${dex ? " and Dex" : ""}` : `the Kubernetes APIs of ${formatAll(all.length, "clusters")}${dex ? ", and Dex," : ""}`} directly; a proxy could not lead there.`),
    ];
  },
});

/** Proxy of charts on the master that call the internet and that KKP's own field does not reach. */
export const chartProxy = rule<readonly Setting[]>({
  id: "settings.internet-charts",
  title: "Proxy fields of charts",
  per: "plan",
  sources: ["kkp.code.cert-manager-values", "dex.chart"],
  derive: (read) => {
    const master = read.rule(masterCluster);
    const place = placeOfCluster(read, master);
    if (!proxied(read, place)) return read.notApplicable("The master stands behind no proxy.");
    const url = proxyUrl(read, place);
    const none = () => noProxyOf(read, [master], []);
    const row = (field: string, value: Found<Value<string> | string>, why: string) => setting(read, { topic: "internet", object: MASTER_VALUES, id: `internet.${field}`, field, value, why });
    const distant = (replacesDex(read) ? [] : read.rule(connectorsInUse)).filter((source) => source.endpoint?.hosts ?? (!source.endpoint?.withoutHttp && askedHosts(source).some(({ question }) => isDistant(read, question))));
    return [
      ...certManagerProxy(read, master, row),
      ...(distant.length > 0 ? [row("dex.env.HTTPS_PROXY", url, `Dex calls ${titlesOf(distant)} at every login and takes no proxy from KubermaticConfiguration.`), row("dex.env.NO_PROXY", none, "Dex keeps its sessions in the cluster's own API.")] : []),
    ];
  },
});

/** The same of a Seed apart from the master, whose cert-manager comes by its own file of values. */
export const seedChartProxy = rule<readonly Setting[]>({
  id: "settings.internet-seed-charts",
  title: "Proxy fields of charts on a Seed",
  per: "cluster",
  sources: ["kkp.code.cert-manager-values", "kkp.code.seed-stack"],
  derive: (read, cluster) => {
    if (!isSeparateSeed(read, cluster) || read.optionalRule(certificateRequest, cluster) === undefined) return read.notApplicable("No cert-manager of its own runs there.");
    if (!proxied(read, placeOfCluster(read, cluster))) return read.notApplicable("It stands behind no proxy.");
    const object = seedValues(nameOfCluster(read, cluster));
    return certManagerProxy(read, cluster, (field, value, why) => setting(read, { topic: "internet", object, id: `internet.${field}[${cluster}]`, field, value, why }));
  },
});

/** Fields of a cluster's cert-manager, where it calls the internet at all. */
function certManagerProxy(read: Reader, cluster: string, row: (field: string, value: Found<Value<string> | string>, why: string) => Setting): readonly Setting[] {
  const record = read.rule(issuer);
  const { onInternet, authority, challenge, endpoint } = record;
  const zone = zoneServer(read);
  const signer = endpoint && signerCallers(record).proxied && isDistant(read, issuerQuestions.plan[endpoint.addressQuestion] as Question<string>);
  const writes = challenge === "dns01" && solverCallers(dnsServiceOf(read.answer(dns.plan.automation))).proxied;
  const distantZone = writes && zone?.kind === "known" && read.rule(proxiedHosts).has(zone.value.toLowerCase());
  if (!onInternet && !signer && !distantZone && !(challenge === "dns01" && dnsServiceOf(read.answer(dns.plan.automation)).apiHosts.length > 0)) return [];
  const none = () => noProxyOf(read, [cluster], []);
  return [
    row("cert-manager.https_proxy", proxyUrl(read, placeOfCluster(read, cluster)), `cert-manager calls ${onInternet || signer ? authority : "the API of the zone"} and takes no proxy from KubermaticConfiguration.`),
    row("cert-manager.no_proxy", zone === undefined || distantZone ? none : () => joinedParts([none(), zone]), "cert-manager calls its own cluster's API, which no proxy reaches."),
  ];
}

/** Proxy and what passes by it, for programs on a cluster that write to a store to which only the proxy leads. */
export function storeProxy(
  read: Reader,
  cluster: string,
  store: Question<string>,
  row: (word: string, variable: string, value: Found<Value<string>>, why: Found<string>) => Setting,
  words: { readonly sources: readonly SourceId[]; readonly https: Found<string>; readonly none: string; readonly further?: () => readonly string[] },
): readonly Setting[] {
  const place = placeOfCluster(read, cluster);
  if (!proxied(read, place) || !isDistant(read, store)) return [];
  const { sources, https, none, further } = words;
  read.cite(...sources);
  return [
    row("https", "HTTPS_PROXY", proxyUrl(read, place), https),
    row("none", "NO_PROXY", further ? () => noProxyOf(read, [cluster], [], further().map(known)) : () => noProxyOf(read, [cluster], []), none),
  ];
}

/** Whether a named host is reached through the proxy alone. */
function isDistant(read: Reader, question: Question<string>): boolean {
  const host = read.optional(question);
  return host !== undefined && read.rule(proxiedHosts).has(host.toLowerCase());
}

/** The server of the customer into which cert-manager writes challenges over HTTPS. */
function zoneServer(read: Reader): Value<string> | undefined {
  if (read.rule(issuer).challenge !== "dns01") return undefined;
  const { endpoint } = dnsServiceOf(read.answer(dns.plan.automation));
  const question = endpoint?.protocol === "TCP" ? (dnsServiceQuestions.plan[endpoint.addressQuestion] as Question<string> | undefined) : undefined;
  return question && read.maybe(question);
}

/** Workers that take the proxy of their Seed, as the end of a sentence: none where people set up every machine themselves. */
function inheriting(read: Reader, served: readonly string[]): string {
  const byHand = served.filter((datacenter) => setUpByHand(read, datacenter));
  if (served.length > 0 && byHand.length === served.length) return "";
  return `, and so do workers of every datacenter that names no proxy of its own${byHand.length === 0 ? "" : `, but for ${listed(byHand.map((one) => datacenterName(read, one)))}, whose machines KKP does not set up`}`;
}

/** Proxy of a Seed, which workers inherit wherever their datacenter leaves the value empty. */
export const seedProxy = rule<readonly Setting[]>({
  id: "settings.internet-seed",
  title: "Proxy fields of the Seed",
  per: "cluster",
  sources: ["kkp.http-proxy", "kkp.code.datacenter"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    const place = placeOfCluster(read, cluster);
    if (!proxied(read, place)) return read.notApplicable("The Seed stands behind no proxy.");
    const name = nameOfCluster(read, cluster);
    // Control planes of every datacenter call its infrastructure from here, wherever its workers stand.
    const served = read.rule(datacentersOf, cluster);
    const row = (word: string, value: Found<Value<string> | string>, why: string) => setting(read, { topic: "internet", object: seedObject(name), id: `internet.seed-${word}[${cluster}]`, field: `spec.proxySettings.${word}`, value, why });
    return [
      row("httpProxy", proxyUrl(read, place), `Control planes on ${name} pull charts through it${inheriting(read, served)}.`),
      // Nothing of the master's node network: a Seed calls nobody there but Dex, at a name below the domain, which the list begins with; the master is the one that calls Seeds.
      row("noProxy", () => noProxyOf(read, [cluster], served), "Only the Seed's own controllers get KKP's list by themselves; control planes and workers get this value and nothing else, so it stands here in full."),
    ];
  },
});

/** Proxy through which the dashboard's API reaches user clusters of a Seed. */
export const managementSettings = rule<readonly Setting[]>({
  id: "settings.internet-management",
  title: "Fields of the proxy to user clusters",
  per: "cluster",
  sources: ["kkp.code.datacenter"],
  derive: (read, cluster) => {
    const { protocol, host, port } = read.rule(managementProxyOf, cluster);
    const name = nameOfCluster(read, cluster);
    const row = (word: string, value: Value<string> | string, why: string) => setting(read, { topic: "internet", object: seedObject(name), id: `internet.management-${word}[${cluster}]`, field: `spec.managementProxySettings.${word}`, value, why });
    return [
      row("proxyHost", host, `It is no way to the internet: the dashboard's API dials API servers of user clusters on ${name} through it.`),
      row("proxyPort", port.kind === "known" ? known(String(port.value)) : port, "The master must reach it on this port."),
      row("proxyProtocol", protocol, "The dashboard's API dials this proxy by it; KKP takes http, https and socks5."),
    ];
  },
});

/** Proxy of the workers of a datacenter, where it is not that of their Seed. */
export const workerProxy = rule<readonly Setting[]>({
  id: "settings.internet-workers",
  title: "Proxy fields of the datacenter",
  per: "datacenter",
  sources: ["kkp.http-proxy", "kkp.code.datacenter"],
  derive: (read, datacenter) => {
    const place = placeOfWorkers(read, datacenter);
    const seed = seedOf(read, datacenter);
    if (!proxied(read, place)) return read.notApplicable("Its workers stand behind no proxy.");
    if (placeOfCluster(read, seed) === place && !setUpByHand(read, datacenter)) return read.notApplicable("Its workers inherit the proxy of their Seed.");
    if (setUpByHand(read, datacenter)) return read.notApplicable("KKP sets up no machine there, so that no field of the datacenter reaches one.");
    const [name, where] = [nameOfDatacenter(read, datacenter), placeName(read, place)];
    const row = (word: string, value: Found<Value<string> | string>, why: string) =>
      setting(read, { topic: "internet", object: seedObject(nameOfCluster(read, seed)), id: `internet.workers-${word}[${datacenter}]`, field: `spec.datacenters.${name}.node.${word}`, value, why });
    return [
      row("httpProxy", proxyUrl(read, place), `Workers in ${where} stand behind another proxy than their Seed.`),
      row("noProxy", () => noProxyOf(read, [seed], [datacenter]), "Nodes get the value unchanged, so KKP's own list stands in it."),
    ];
  },
});

/** Proxy of machines that KubeOne sets up. */
export const kubeOneProxy = rule<readonly Setting[]>({
  id: "settings.internet-kubeone",
  title: "Proxy fields of KubeOne",
  per: "cluster",
  sources: ["kubeone.proxy"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable("KubeOne does not build this cluster.");
    const place = placeOfCluster(read, cluster);
    if (!proxied(read, place)) return read.notApplicable("The cluster stands behind no proxy.");
    const name = nameOfCluster(read, cluster);
    const who = endpointFrom(read, cluster);
    const endpoint = who !== undefined ? `, whose address ${who} hands out when Terraform makes the machines` : "";
    const row = (word: string, value: Found<Value<string> | string>, why: string) => setting(read, { topic: "internet", object: `kubeone.yaml of ${name}`, id: `internet.kubeone-${word}[${cluster}]`, field: `proxy.${word}`, value, why });
    return [
      row("http", proxyUrl(read, place), `KubeOne installs packages on the machines of ${name} through it.`),
      row("https", proxyUrl(read, place), "kubelet and machine-controller keep it after the installation."),
      row("noProxy", () => noProxyOf(read, [cluster], []), `Without it, kubelets of ${name} would ask the proxy for their own API server${endpoint}.`),
    ];
  },
});
