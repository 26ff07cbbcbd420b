import { access } from "../../../answers/chapters/access.ts";
import { dns } from "../../../answers/chapters/dns.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { acmeHosts } from "../../../facts/external-hosts.ts";
import { dnsServiceOf } from "../../../dns-services/registry.ts";
import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import { isPublic } from "../../../providers/contract/api.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../../providers/registry.ts";
import { entryAddress } from "../../addresses/assignments.ts";
import { clusterName, datacentersOf, masterCluster, placeName } from "../../basics/platform.ts";
import { issuer } from "../../certificates/issuer.ts";
import { externalDns } from "../../dns/external-dns.ts";
import { bastionClusters } from "../bastion-clusters.ts";
import { ends } from "../ends.ts";
import { hostsFrom } from "../found-hosts.ts";
import { knownHosts, needHosts } from "../provider-hosts.ts";
import { sites } from "../sites.ts";
import { isSeparateSeed, needPlatform, placeOfCluster } from "../subjects.ts";
import { clusterReach, reachesInternet } from "../way-out.ts";
import { publicChartsAt, workplaceOf } from "../workplace.ts";
import { workplaceHosts } from "../workplace-hosts.ts";
import { allowed } from "./row.ts";

/** Public APIs through which a platform cluster creates machines. */
export const providerSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-provider-apis",
  title: "Public APIs of the infrastructure",
  per: "cluster",
  sources: ["kkp.proxy-allow-list", "kkp.code.dashboard-providers"],
  derive: (read, cluster) => {
    const made = new Map<ProviderId, Set<string>>();
    const asked = new Map<ProviderId, Set<string>>();
    const note = (kind: "cluster" | "datacenter", id: string, used: Map<ProviderId, Set<string>>) => {
      const provider = read.maybe(infrastructure[kind].provider, id);
      const place = read.maybe(infrastructure[kind].place, id);
      if (provider.kind !== "known") return;
      const places = used.get(provider.value) ?? new Set<string>();
      used.set(provider.value, place.kind === "known" ? places.add(place.value) : places);
    };
    if (!reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable("The cluster reaches nothing on the internet.");
    // On a master that others run, cloud controller and storage driver alone call it for the cluster itself.
    const drivers = new Map<ProviderId, Set<string>>();
    const provisioning = read.maybe(infrastructure.cluster.provisioning, cluster);
    note("cluster", cluster, read.answer(infrastructure.cluster.role, cluster) === "master" && provisioning.kind === "known" && provisioning.value !== "kubeone" ? drivers : made);
    const served = read.answer(infrastructure.cluster.role, cluster) === "master" ? [] : read.rule(datacentersOf, cluster);
    for (const id of served) note("datacenter", id, made);
    // The dashboard's API runs on the master and asks the infrastructure of every datacenter what can be chosen.
    // While another cluster may be the master, what this one makes stands all the same.
    const master = read.outcome(masterCluster);
    if (master.kind === "known" && master.value === cluster) for (const id of read.subjects("datacenter")) if (!served.includes(id)) note("datacenter", id, asked);
    const listed = new Set<string>();
    const rows = (used: ReadonlyMap<ProviderId, ReadonlySet<string>>, why: (title: string) => string) =>
      [...used].flatMap(([id, places]) => {
        const { api, title }: Provider = providerOf(id);
        if (!api || (used === asked && api.unasked)) return [];
        const some = used === asked ? api.fromDashboard : used === drivers && api.fromControllers ? { hosts: api.fromControllers.own, sources: api.fromControllers.sources } : undefined;
        const called = some ? { ...api, hosts: some.hosts } : api;
        read.cite(...api.sources, ...(some?.sources ?? []));
        const hosts = new Set((places.size === 0 ? [undefined] : [...places]).flatMap((place) => knownHosts(read, called, place)).filter((host) => !listed.has(host)));
        for (const host of hosts) listed.add(host);
        return allowed(read, "provider", ends.nodes(cluster), api.ports, [...hosts].map((host) => ({ host, purpose: api.title })), why(title));
      });
    return [
      ...rows(made, (title) => `${clusterName(read, cluster)} calls it for all that is made at ${title}.`),
      ...rows(drivers, (title) => `Parts of ${clusterName(read, cluster)} itself call it for all that is made at ${title}.`),
      ...rows(asked, (title) => `The dashboard's API on ${clusterName(read, cluster)} asks it what user clusters at ${title} can be given.`),
    ];
  },
});

/** Waits for what public APIs of a place answer under: each host has its row as soon as it is named, and the list is not whole before. */
export const unnamedSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-unnamed-apis",
  title: "Hosts of the infrastructure's public APIs",
  per: "place",
  sources: ["kkp.proxy-allow-list"],
  derive: (read, place) => {
    const called = (read.rule(sites).get(place)?.providers ?? []).flatMap((id) => {
      const { api }: Provider = providerOf(id);
      return api && isPublic(api) ? [api] : [];
    });
    if (called.length === 0) return read.notApplicable("No public API is called for machines of this place.");
    const reach = read.subjects("cluster").map((cluster) => clusterReach(read, cluster));
    if (reach.every((internet) => internet.kind === "known" && !internet.value)) return read.notApplicable("No cluster reaches anything on the internet.");
    for (const api of called) needHosts(read, api, place);
    return [];
  },
});

/** Tools of the bastion that runs KubeOne and the installer for the clusters of its place. */
export const installerSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-installer",
  title: "Tools of the installation",
  per: "place",
  sources: ["kkp.proxy-allow-list", "kkp.install-ce"],
  derive: (read, place) => {
    if (!read.answer(access.plan.bastion)) return read.notApplicable("The installation is run on the engineers' machines.");
    const clusters = bastionClusters(read, place);
    if (clusters.length === 0 || !reachesInternet(read, place)) return read.notApplicable("Nothing is loaded from the internet there.");
    const why = workplaceOf(read) === place ? `The installation is run on the bastion in ${placeName(read, place)}, which fetches tools and charts` : `The bastion in ${placeName(read, place)} fetches its tools, and what they load,`;
    const installed = publicChartsAt(read, place);
    return allowed(read, "installer", ends.bastion(place), ports.registries, read.aside(() => workplaceHosts(read, clusters, installed)), `${why} from there.`);
  },
});

/** The same where there is no bastion: one list for the engineers. */
export const engineerSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-engineers",
  title: "Tools of the installation on the engineers' machines",
  per: "plan",
  sources: ["kkp.proxy-allow-list", "kkp.install-ce"],
  derive: (read) => {
    needPlatform(read);
    if (read.answer(access.plan.bastion)) return read.notApplicable("The installation is run on bastions.");
    // What offline clusters need is carried to the machines of the engineers, or lies in the private registry.
    const reach = new Map(read.subjects("cluster").map((cluster) => [cluster, clusterReach(read, cluster)]));
    const fed = [...reach].flatMap(([cluster, internet]) => (internet.kind === "known" && internet.value ? [cluster] : []));
    if (fed.length === 0 && [...reach.values()].every(({ kind }) => kind === "known")) return read.notApplicable("Tools and release are carried to the engineers' machines, and charts lie in the private registry.");
    if (fed.length === 0) for (const cluster of reach.keys()) reachesInternet(read, placeOfCluster(read, cluster));
    return allowed(read, "installer", ends.engineers, ports.registries, read.aside(() => workplaceHosts(read, fed, fed)), "The installation is run on the engineers' machines, which fetch tools and charts from there.");
  },
});

/** Issuer and zone of certificates by ACME. */
export const acmeSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-acme",
  title: "Certificate issuer on the internet",
  per: "cluster",
  sources: ["kkp.proxy-allow-list", "cert-manager.dns01"],
  derive: (read, cluster) => {
    const { challenge, onInternet } = read.rule(issuer);
    if (challenge === undefined) return read.notApplicable("No challenge is met, so nothing on the internet is called for certificates.");
    if (isSeparateSeed(read, cluster) && !read.optionalRule(entryAddress, cluster)) return read.notApplicable("This Seed has no entry of its own.");
    if (!reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable("The cluster reaches nothing on the internet.");
    const source = ends.nodes(cluster);
    const manager = isSeparateSeed(read, cluster) ? `cert-manager on ${clusterName(read, cluster)}` : "cert-manager";
    const directory = onInternet ? allowed(read, "acme", source, ports.acmeDirectory, hostsFrom(read, acmeHosts), `${manager} orders and renews certificates there.`) : [];
    if (challenge === "http01") return directory;
    const zone = dnsServiceOf(read.answer(dns.plan.automation)).apiHosts.map((host) => ({ host, purpose: "API of the DNS zone" }));
    return [...directory, ...allowed(read, "zone", source, ports.zoneApi, zone, `${manager} writes the challenge of each renewal into the zone.`)];
  },
});

/** API of the zone for external-dns, from each cluster that has records. */
export const recordSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-records",
  title: "Zone that external-dns writes",
  per: "cluster",
  sources: ["external-dns.providers"],
  derive: (read, cluster) => {
    const { service } = read.rule(externalDns);
    if (!reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable("The cluster reaches nothing on the internet.");
    return allowed(read, "records", ends.nodes(cluster), ports.zoneApi, service.apiHosts.map((host) => ({ host, purpose: "Records by external-dns" })), `external-dns in ${clusterName(read, cluster)} keeps the records of its own Services and routes in step.`);
  },
});
