import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { project } from "../../answers/chapters/project.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { kyvernoHosts, REGION_IN_HOST, redirectHosts, registryHosts, telemetryHost, workerHosts } from "../../facts/external-hosts.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { placeAnswer } from "../basics/infrastructure.ts";
import { datacentersOf, masterCluster } from "../basics/platform.ts";
import { pullsFromInternet } from "../internet/offline.ts";
import { platformWorkers } from "../basics/provisioning.ts";
import { reportsUsage } from "../basics/telemetry.ts";
import { holding, hostsFrom, only, type FoundHost } from "./found-hosts.ts";
import { operatingSystemOf } from "../../operating-systems/registry.ts";
import { kubeOneAsks, nodePackages, nodeUpdates, overTls, workerRuntime, workerUpdates } from "./worker-packages.ts";
import { githubImages, imagesOfWorkers, withGithub } from "./github-images.ts";
import { imagesOf, inAnyCase, withContent } from "./provider-registries.ts";
import { placeOfCluster } from "./subjects.ts";

/**
 * Registries and sources of binaries and charts that a platform cluster loads from. Packages of its machines have ports of
 * their own. Each host knows its grounds, so that lists of rows may ask for it aside.
 */
export function clusterSoftware(read: Reader, cluster: string): readonly FoundHost[] {
  const on = (reader: Reader): Provider => providerOf(reader.answer(infrastructure.cluster.provider, cluster));
  const provider = on(read);
  const provisioning = read.answer(infrastructure.cluster.provisioning, cluster);
  const built = provisioning === "kubeone";
  // What is pulled from one registry keeps no other host off the list while somebody has to say it.
  const github = (reader: Reader): string | undefined => {
    const images = reader.outcome(githubImages, cluster);
    return images.kind === "known" ? images.value : undefined;
  };
  const registries = [...holding("images", [...withGithub(read, hostsFrom(read, registryHosts), github), ...hostsFrom(read, redirectHosts)]), ...only(imagesOf(read, provider), on)];
  const byKubeOne = built ? kubeOneAsks(read, [operatingSystemOf(read.answer(versions.cluster.operatingSystem, cluster))]) : [];
  // Workers that the machine-controller makes start as those of user clusters do.
  const makers = (reader: Reader) => reader.rule(platformWorkers, cluster);
  const byMachineController = built && makers(read) === "machine-controller" ? only(hostsFrom(read, workerHosts), makers).filter(({ host }) => byKubeOne.every((other) => other.host !== host)) : [];
  const mirror = built ? [...only(overTls(nodePackages(read, cluster)), (reader) => nodePackages(reader, cluster)), ...only(nodeUpdates(read, cluster), (reader) => nodeUpdates(reader, cluster))] : [];
  const byVendor = provisioning === "managed" ? only(vendorHosts(read, provider, cluster), (reader) => vendorHosts(reader, on(reader), cluster)).filter(({ host }) => registries.every((other) => other.host !== host)) : [];
  return [...registries, ...byKubeOne, ...byMachineController, ...mirror, ...byVendor];
}

/** What nodes of managed Kubernetes load for themselves; hosts of a region are left out until it is named. */
function vendorHosts(read: Reader, { managedKubernetes, api }: Provider, cluster: string): readonly FoundHost[] {
  if (managedKubernetes?.hosts === undefined) return [];
  const found = hostsFrom(read, managedKubernetes.hosts);
  if (api?.regionQuestion === undefined || !found.some(({ host }) => host.includes(REGION_IN_HOST))) return found;
  const region = placeAnswer(read, api.regionQuestion, placeOfCluster(read, cluster));
  return found.flatMap((row) => (!row.host.includes(REGION_IN_HOST) ? [row] : region?.kind === "known" ? [{ ...row, host: row.host.replaceAll(REGION_IN_HOST, region.value) }] : []));
}

/** Registries of what a Seed runs beside the control planes of user clusters on other infrastructures than its own, and of Kyverno. */
export function seedSoftware(read: Reader, seed: string): readonly FoundHost[] {
  // All of it belongs to control planes of user clusters, whose images come from the private registry as soon as there is one.
  if (!read.rule(pullsFromInternet)) return [];
  const there = providerOf(read.answer(infrastructure.cluster.provider, seed)).registries;
  const providers = [...new Set(read.rule(datacentersOf, seed).map((datacenter) => read.answer(infrastructure.datacenter.provider, datacenter)))].map((id): Provider => providerOf(id));
  const own = providers.flatMap(({ seedRegistries = [], title }) => withContent(read, seedRegistries.filter((host) => !there.includes(host)), title));
  return [...own, ...kyvernoImages(read)];
}

/** Registry of Kyverno, where Seeds run it for their user clusters. */
export const kyvernoImages = (read: Reader): readonly FoundHost[] =>
  read.answer(sizing.plan.seedExtras).includes("kyverno") && read.answer(project.plan.edition) === "EE" ? hostsFrom(read, kyvernoHosts) : [];

/** The same in the list of the mirror workstation: the Enterprise Edition's `mirror-images` has it whether Seeds run it or not. */
export const kyvernoMirrored = (read: Reader): readonly FoundHost[] => {
  if (read.answer(project.plan.edition) !== "EE") return [];
  const run = kyvernoImages(read);
  return run.length > 0 ? run : inAnyCase(hostsFrom(read, kyvernoHosts));
};

/** Registries and sources of binaries that workers of a datacenter load from. Packages have rows of their own. */
export function workerSoftware(read: Reader, datacenter: string): readonly FoundHost[] {
  const provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
  return [...holding("images", [...withGithub(read, hostsFrom(read, registryHosts), (reader) => imagesOfWorkers(reader, datacenter)), ...hostsFrom(read, redirectHosts)]), ...imagesOf(read, provider), ...hostsFrom(read, workerHosts), ...workerRuntime(read, datacenter), ...workerUpdates(read, datacenter)];
}

const names = (hosts: readonly FoundHost[]): readonly string[] => [...new Set(hosts.map(({ host }) => host))];

/** Names of all hosts in the firewall row of a platform cluster to the registries; the master's daily report goes the same way. */
export const namesForCluster = rule<readonly string[]>({
  id: "firewall.names-for-cluster",
  title: "Hosts that the cluster loads from",
  per: "cluster",
  sources: ["kkp.proxy-allow-list", "kkp.telemetry"],
  derive: (read, cluster) => {
    const reports = read.optionalRule(masterCluster) === cluster && read.optionalRule(reportsUsage) !== undefined;
    return names([...clusterSoftware(read, cluster), ...(read.answer(infrastructure.cluster.role, cluster) === "master" ? [] : seedSoftware(read, cluster)), ...(reports ? hostsFrom(read, telemetryHost) : [])]);
  },
});

/** Names of all hosts in the firewall row of workers to the registries. */
export const namesForWorkers = rule<readonly string[]>({
  id: "firewall.names-for-workers",
  title: "Hosts that workers load from",
  per: "datacenter",
  sources: ["kkp.proxy-allow-list"],
  derive: (read, datacenter) => names(workerSoftware(read, datacenter)),
});
