import { access } from "../../answers/chapters/access.ts";
import { backup } from "../../answers/chapters/backup.ts";
import { issuerQuestions } from "../../answers/chapters/certificates.ts";
import { families } from "../../answers/chapters/families.ts";
import { fronts } from "../../answers/chapters/fronts.ts";
import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { mirrors } from "../../answers/chapters/mirrors.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { network } from "../../answers/chapters/network.ts";
import { proxied } from "../../answers/chapters/proxied-hosts.ts";
import { project } from "../../answers/chapters/project.ts";
import { storage } from "../../answers/chapters/storage.ts";
import type { Question } from "../../answers/question.ts";
import { reservedAddresses } from "../../facts/addresses.ts";
import { internetFacts } from "../../facts/internet.ts";
import { known, openFor, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { isPublic } from "../../providers/contract/api.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { parseAddress } from "../../values/address.ts";
import { contains, parseBlock, single } from "../../values/range.ts";
import { gitHost } from "../access/repository-host.ts";
import { endpointFrom, endpointPlaceholder } from "../addresses/endpoint-placeholder.ts";
import { controlPlaneAddresses } from "../addresses/control-planes.ts";
import { podsSeen } from "../addresses/pods-seen.ts";
import { apiAddress } from "../addresses/kubernetes-api.ts";
import { nodeNetwork6, platformDual, workerNetwork6 } from "../basics/families.ts";
import { nestedAnywhere, unnestedAnywhere } from "../basics/nesting.ts";
import { seeds, workerNetwork } from "../basics/platform.ts";
import { issuer } from "../certificates/issuer.ts";
import { valueOf } from "../firewall/endpoints/values.ts";
import { installedHub } from "../firewall/installed-hub.ts";
import { hostsOf } from "../firewall/provider-hosts.ts";
import { upgradedHub } from "../firewall/upgraded-hub.ts";
import { madeSubnet } from "../basics/made-networks.ts";
import { knownIds } from "../firewall/subjects.ts";
import { askedHosts, connectorsInUse, hostQuestion } from "../identity/connectors.ts";
import { discoveredHosts, seedIssuerHosts, vendorHosts } from "../identity/discovered-hosts.ts";
import { furtherIssuers } from "../identity/further-issuers.ts";
import { seedIssuer } from "../identity/seed-issuer.ts";
import { inNoProxy } from "../storage/dialled-hosts.ts";
import { storeInNoProxy } from "../storage/store-hosts.ts";
import { stores } from "../storage/stores.ts";
import { workloadSupplier } from "../workloads/supplier.ts";
import { namedHosts } from "./named-hosts.ts";
import { releaseIsCarried } from "./offline.ts";
import { proxiedHosts } from "./proxied-hosts.ts";
import { balancerOf } from "../basics/balancer.ts";

type Parts = readonly Value<string>[];

/** One comma list without blanks; open while one of its parts is. */
export function joinedParts(parts: Parts): Value<string> {
  const hole = parts.find(({ kind }) => kind !== "known");
  return hole ?? known([...new Set(parts.flatMap((part) => (part.kind === "known" ? [part.value] : [])))].join(","));
}

/** A network, and that of the second family where there is one. */
const both = (first: Value<string>, second: Value<string> | undefined): Parts => (second ? [first, second] : [first]);

/** What every NO_PROXY of the plan begins with: KKP's own list, the names of the platform, and the ranges inside clusters. */
export const noProxyBase = rule<Parts>({
  id: "internet.no-proxy-base",
  title: "NO_PROXY of every level",
  per: "plan",
  sources: ["kkp.http-proxy", "kkp.code.operator-proxy", "kubeone.defaults"],
  derive: (read) => {
    const domain = read.maybe(project.plan.domain);
    const unnested = unnestedAnywhere(read);
    // Which ranges user clusters have is open while nobody says where the last of them run.
    const undecided = unnested ? [] : read.subjects("datacenter").map((id) => read.maybe(infrastructure.datacenter.provider, id)).filter(({ kind }) => kind !== "known");
    const dual = read.answer(families.plan.ipFamily) === "dual";
    const ranges = [
      ...(unnested ? [network.plan.userClusterPods, network.plan.userClusterServices] : []),
      ...(dual ? [families.plan.userClusterPods6, families.plan.userClusterServices6] : []),
      ...(nestedAnywhere(read) ? [families.plan.nestedPods, families.plan.nestedServices] : []),
      ...[network.plan.platformPods, network.plan.platformServices],
      ...(platformDual(read) ? [families.plan.platformPods6, families.plan.platformServices6] : []),
    ].map((question) => read.maybe(question));
    const logins = read.rule(connectorsInUse).flatMap(askedHosts);
    return [
      ...read.fact(internetFacts.noProxyBase).map(known),
      domain,
      domain.kind === "known" ? known(`.${domain.value}`) : domain,
      known(read.fact(reservedAddresses.nodeLocalDns)),
      ...undecided,
      ...ranges,
      ...logins.map(({ question }) => read.maybe(question)),
      // What a discovery document names stands where its issuer does.
      ...read.rule(connectorsInUse).flatMap((source) => {
        const own = hostQuestion(source);
        return own && isDistant(read, read.maybe(own)) ? [] : (discoveredHosts(read, source)?.hosts ?? []);
      }),
      ...signerOf(read),
      // The whole platform pulls from the private registry as soon as one place needs it.
      ...(releaseIsCarried(read) ? [read.maybe(mirrors.plan.mirrorRegistry)] : read.subjects("place").map((place) => read.maybe(network.place.internet, place)).filter(({ kind }) => kind !== "known")),
      ...storesOf(read),
    ];
  },
});

/** The server of the customer that signs certificates; one on the internet is reached through the proxy. */
function signerOf(read: Reader): Parts {
  const { endpoint } = read.rule(issuer);
  const question = endpoint ? (issuerQuestions.plan[endpoint.addressQuestion] as Question<string> | undefined) : undefined;
  return question ? [read.maybe(question)] : [];
}

/** Object stores of the customer beside those of the etcd backups. */
function storesOf(read: Reader): Parts {
  const outside = read.outcome(stores);
  // A store that may be outside holds its place in the list until somebody says.
  const mla = read.maybe(monitoring.plan.userClusterMla);
  const unsaid = openFor(outside) ?? (mla.kind === "known" ? undefined : mla);
  if (unsaid?.kind === "open") return [unsaid];
  return (outside.kind === "known" ? outside.value : []).flatMap((store) => (isDistant(read, store.address) ? [] : storeInNoProxy(read, store)));
}

/** Whether only the proxy leads to a host. */
const isDistant = (read: Reader, host: Value<string>): boolean => host.kind === "known" && read.rule(proxiedHosts).has(host.value.toLowerCase());

/** What stands around one platform cluster and must be reached without a proxy. */
export const aroundCluster = rule<Parts>({
  id: "internet.around-cluster",
  title: "Addresses around the cluster",
  per: "cluster",
  sources: ["kkp.http-proxy"],
  derive: (read, cluster) => {
    const place = read.answer(infrastructure.cluster.place, cluster);
    const { api } = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const kind = balancerOf(read, cluster);
    const issuer = read.optionalRule(seedIssuer, cluster);
    const saved = read.answer(infrastructure.cluster.role, cluster) !== "master" && read.answer(storage.cluster.backupTarget, cluster) === "s3";
    return [
      ...(read.rule(knownIds).places.has(place) ? both(read.maybe(network.place.nodeNetwork, place), nodeNetwork6(read, place)) : []),
      ...read.rule(podsSeen, cluster).ranges,
      ...(kind.addressesFrom === "pool" ? both(read.maybe(loadBalancer.cluster.pool, cluster), platformDual(read) ? read.maybe(fronts.cluster.pool6, cluster) : undefined) : []),
      ...(kind.addressesFrom === "hub" ? [read.maybe(kubelbHub.plan.kubelbBlock), read.maybe(kubelbHub.plan.kubelbApi)] : []),
      ...ownApi(read, cluster, place),
      // APIs of a vendor stand on the internet, where the proxy leads; those of the customer do not.
      ...(api && !isPublic(api) && read.rule(knownIds).places.has(place) ? hostsOf(read, api, place) : []),
      ...(saved ? backupStore(read, cluster) : []),
      ...(issuer === undefined ? [] : [known(issuer), ...(isDistant(read, known(issuer)) ? [] : seedIssuerHosts(read, cluster, issuer).hosts)]),
      ...(read.optionalRule(furtherIssuers, cluster) ?? []).flatMap((host) => [host, ...(isDistant(read, known(host)) ? [] : vendorHosts(read, host))]).map(known),
    ];
  },
});

/** The store of a Seed's etcd backups. */
function backupStore(read: Reader, cluster: string): Parts {
  const endpoint = read.maybe(storage.cluster.s3Endpoint, cluster);
  return isDistant(read, endpoint) ? [] : inNoProxy(read, endpoint, () => [read.maybe(backup.cluster.bucket, cluster)]);
}

/** The address in front of a cluster's own Kubernetes API, where it lies outside the node network of the place that is named already; a placeholder where the infrastructure hands it out. */
function ownApi(read: Reader, cluster: string, place?: string): Parts {
  const api = read.outcome(apiAddress, cluster);
  if (api.kind === "waiting") return [openFor(api)];
  const who = endpointFrom(read, cluster);
  if (who !== undefined) return [known(endpointPlaceholder(read, cluster, who))];
  if (api.kind !== "known") return [];
  const { address } = api.value;
  const nodes = place === undefined ? undefined : parseBlock(read.optional(network.place.nodeNetwork, place) ?? "");
  const own = address.kind === "known" ? parseAddress(address.value) : undefined;
  return nodes && own && contains(nodes, single(own)) ? [] : [address];
}

/** What stands around the workers of a datacenter and must be reached without a proxy. */
export const aroundWorkers = rule<Parts>({
  id: "internet.around-workers",
  title: "Addresses around the workers",
  per: "datacenter",
  sources: ["kkp.http-proxy"],
  derive: (read, datacenter) => {
    // What lies behind a router that KKP makes is reached from inside alone.
    const made = madeSubnet(read, datacenter);
    const own = made ? known(made.block) : valueOf(read, workerNetwork, datacenter);
    const place = read.answer(infrastructure.datacenter.place, datacenter);
    const { api } = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const hosts = api && !isPublic(api) && read.rule(knownIds).places.has(place) ? hostsOf(read, api, place) : [];
    // The connector of each user cluster runs beside its control plane.
    const supplier = read.outcome(workloadSupplier, datacenter);
    const hub = supplier.kind === "known" && supplier.value.addressesFrom === "hub" ? [read.maybe(kubelbHub.plan.kubelbApi)] : [];
    // What machines draw by themselves nobody can list beforehand.
    const second = workerNetwork6(read, datacenter);
    return [...(own ? both(own, second?.kind === "later" ? undefined : second) : []), ...hosts, ...hub];
  },
});

/** Kubernetes APIs of Seeds that others run, the master's own cluster among them, which the master calls by the kubeconfig of the Seed, and APIs of the customer's infrastructure, which the dashboard's API asks: directly. */
export const aroundMaster = rule<Parts>({
  id: "internet.around-master",
  title: "APIs that the master calls",
  per: "plan",
  sources: ["kkp.http-proxy", "kkp.add-seed", "kkp.code.dashboard-providers"],
  derive: (read) => [
    ...read.rule(seeds).flatMap((seed) => (read.answer(infrastructure.cluster.provisioning, seed) !== "kubeone" ? [read.maybe(infrastructure.cluster.apiHost, seed)] : [])),
    ...read.subjects("datacenter").flatMap((datacenter) => askedByDashboard(read, datacenter)),
  ],
});

/** Where the infrastructure of a datacenter answers the dashboard, if the customer runs it. */
function askedByDashboard(read: Reader, datacenter: string): Parts {
  const [place, provider] = [read.maybe(infrastructure.datacenter.place, datacenter), read.maybe(infrastructure.datacenter.provider, datacenter)];
  if (provider.kind !== "known") return [provider];
  const { api }: Provider = providerOf(provider.value);
  if (!api || api.unasked || isPublic(api)) return [];
  if (place.kind !== "known") return [place];
  return read.rule(knownIds).places.has(place.value) ? hostsOf(read, api, place.value) : [];
}

/** What the machine that installs reaches past the proxy, beside all clusters: the stores of configuration and secrets, and Kubernetes APIs that others run; a placeholder where one is not named yet. */
export const aroundWorkplace = rule<readonly string[]>({
  id: "internet.around-workplace",
  title: "Hosts that the installation reaches directly",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => {
    const git = read.outcome(gitHost);
    const apis = read.subjects("cluster").filter((cluster) => read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone");
    const named = (question: Question<string>, subject?: string): string => {
      const host = read.maybe(question, subject);
      return host.kind === "known" ? host.value : `<fill-in: ${question.short}>`;
    };
    const distant = read.rule(proxiedHosts);
    const hub = read.outcome(installedHub);
    const upgraded = read.outcome(upgradedHub);
    return [
      ...(git.kind === "known" ? [git.value.host] : []),
      ...(read.optional(access.plan.secretStore) === "vault" ? [named(access.plan.vaultAddress)] : []),
      ...apis.map((cluster) => named(infrastructure.cluster.apiHost, cluster)),
      // The manager of KubeLB is installed or upgraded from here; while nobody knows whether, its place in the list is held.
      ...(hub.kind === "known" || (upgraded.kind === "known" && upgraded.value.own) ? [named(kubelbHub.plan.kubelbApi)] : hub.kind === "waiting" || upgraded.kind === "waiting" ? [`<fill-in: ${kubelbHub.plan.kubelbApi.short}, if this plan installs or upgrades it>`] : []),
    ].filter((host) => !distant.has(host.toLowerCase()));
  },
});

/** What is dialled of a cluster that KubeOne builds at another place: its Kubernetes API, and nothing else there. */
function apiOf(read: Reader, cluster: string): Parts {
  if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return [];
  const front = read.outcome(apiAddress, cluster);
  if (front.kind !== "not-applicable") return ownApi(read, cluster);
  // A single control plane serves it itself.
  const [machine] = (read.optionalRule(controlPlaneAddresses, cluster) ?? []).map(({ address }) => address);
  return machine ? [machine] : [];
}

/** The list of `noProxyOf` for somebody who begins before all of it is known: what is open is one placeholder. Of clusters elsewhere the Kubernetes API alone is reached. */
export function noProxySoFar(read: Reader, clusters: readonly string[], elsewhere: readonly string[] = []): readonly string[] {
  const parts = noProxyParts(read, clusters, [], elsewhere.flatMap((cluster) => apiOf(read, cluster)));
  const stated = new Set(parts.flatMap((part) => (part.kind === "known" ? [part.value] : [])));
  return [...stated, ...(parts.some(({ kind }) => kind !== "known") ? ["<fill-in: what NO_PROXY still waits for>"] : [])];
}

/** Parts of several clusters and datacenters, the base first, and further ones last; without hosts to which only the proxy leads. */
export function noProxyOf(read: Reader, clusters: readonly string[], datacenters: readonly string[], further: Parts = []): Value<string> {
  return joinedParts(noProxyParts(read, clusters, datacenters, further));
}

function noProxyParts(read: Reader, clusters: readonly string[], datacenters: readonly string[], further: Parts = []): Parts {
  const distant = read.rule(proxiedHosts);
  // Who named no such system assumes nothing of where it stands.
  const named = read.outcome(namedHosts);
  if (named.kind === "known" && named.value.some(({ host, askedBy }) => askedBy.length > 0 && !distant.has(host.toLowerCase()))) read.answer(proxied.plan.proxiedHosts);
  const parts = [...read.rule(noProxyBase), ...clusters.flatMap((id) => read.rule(aroundCluster, id)), ...datacenters.flatMap((id) => read.rule(aroundWorkers, id)), ...further];
  return parts.filter((part) => part.kind !== "known" || !distant.has(part.value.toLowerCase()));
}
