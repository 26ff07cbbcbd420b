import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { project } from "../../../answers/chapters/project.ts";
import { ports } from "../../../facts/ports.ts";
import { rule, type Reader } from "../../../kernel/rule.ts";
import type { ExternalHost } from "../../../plan/plan.ts";
import type { PlatformEntry, Release } from "../../../releases/release.ts";
import { listed } from "../../../values/sentence.ts";
import { servesOwnInterfaces } from "../../addresses/slots.ts";
import { clusterName, entryIn, releaseIn } from "../../basics/platform.ts";
import { pullsFromInternet } from "../../internet/offline.ts";
import { ends } from "../ends.ts";
import { only, type FoundHost } from "../found-hosts.ts";
import { loadedInFront } from "../passes-on.ts";
import { clusterSoftware, seedSoftware } from "../software-hosts.ts";
import { placeOfCluster } from "../subjects.ts";
import { reachesInternet } from "../way-out.ts";
import { inPlain, nodePackages } from "../worker-packages.ts";
import { allowed } from "./row.ts";

const FROM_MIRRORS = "Its machines load from mirrors inside.";

/** Registries and package sources of a platform cluster. */
export const clusterSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-cluster",
  title: "Registries and packages of the cluster",
  per: "cluster",
  sources: ["kkp.proxy-allow-list"],
  derive: (read, cluster) => {
    if (!reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable(FROM_MIRRORS);
    const built = read.answer(infrastructure.cluster.provisioning, cluster) === "kubeone";
    const name = clusterName(read, cluster);
    const packages = (reader: Reader) => nodePackages(reader, cluster);
    const hosts = read.aside(() => [...clusterSoftware(read, cluster), ...(built ? only(inPlain(packages(read)), packages) : [])]);
    return allowed(read, "cluster", ends.nodes(cluster), ports.registries, hosts, ({ holds, behind }) => behind !== undefined ? `${behind} sends each download on to it: with ${behind} alone on the list no machine of ${name} is set up or upgraded.` : holds === "images" ? `A pod of ${name} that starts on a node without its image loads it from there, at any hour and long after the installation.` : `A machine of ${name} loads from there when it is set up and at each upgrade of its Kubernetes, and machines are replaced at any time.`);
  },
});

/** Registries of what a Seed runs beside the control planes of user clusters on another infrastructure. */
export const seedSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-seed",
  title: "Registries of the Seed's datacenters",
  per: "cluster",
  sources: ["kkp.proxy-allow-list", "kkp.code.cloud-controllers"],
  derive: (read, cluster) => {
    if (!reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable(FROM_MIRRORS);
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    return allowed(read, "seed", ends.nodes(cluster), ports.registries, seedSoftware(read, cluster), `Controllers run on ${clusterName(read, cluster)} with images from there, beside the control planes of the user clusters.`);
  },
});

/** Repositories that a cluster loads from in one release and not in every other, with the entry that it has there. */
export function loadedBy(read: Reader, cluster: string, { systemCharts, nodeportProxyImage }: Pick<Release, "systemCharts" | "nodeportProxyImage">, entry: PlatformEntry): readonly FoundHost[] {
  const role = read.answer(infrastructure.cluster.role, cluster);
  // A Seed of its own runs the entry as well, where it serves Grafana and Alertmanager itself.
  const ofEntry = role === "seed" && read.optionalRule(servesOwnInterfaces, cluster) !== true ? [] : entry.images.map((host) => ({ host, purpose: entry.title }));
  const ofSeed = role === "master" ? [] : [...(read.rule(pullsFromInternet) ? [{ host: systemCharts, purpose: "Charts of Cilium and other system applications" }] : []), { host: nodeportProxyImage, purpose: "nodeport-proxy" }];
  return [...ofSeed, ...ofEntry];
}

/** Repositories that only some releases use; a filter by host alone needs none of these rows. */
export const releaseSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-release",
  title: "Repositories of the release",
  per: "cluster",
  sources: ["kkp.proxy-allow-list", "kkp.code.cilium-chart", "kkp.code.configuration-defaults"],
  derive: (read, cluster) => {
    if (!reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable(FROM_MIRRORS);
    const running = releaseIn(read);
    const rows = loadedBy(read, cluster, running, entryIn(read, cluster));
    // One image may serve two purposes: the nodeport-proxy runs on the image of Envoy, as Envoy Gateway does.
    const unique = [...new Set(rows.map(({ host }) => host))].map((host) => ({ host, purpose: listed([...new Set(rows.filter((row) => row.host === host).map(({ purpose }) => purpose))]) }));
    return allowed(read, "release", ends.nodes(cluster), ports.registries, unique, `KKP ${running.id} names this repository with its whole path. A filter that looks at hosts passes it by the row of its host; one that looks at paths needs this row.`);
  },
});

/** Private images of the Enterprise Edition. */
export const enterpriseSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-enterprise",
  title: "Private images of the Enterprise Edition",
  per: "cluster",
  sources: ["kkp.install-ee"],
  derive: (read, cluster) => {
    if (!reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable(FROM_MIRRORS);
    if (read.answer(project.plan.edition) !== "EE") return read.notApplicable("All images of the Community Edition are public.");
    if (!read.rule(pullsFromInternet)) return read.notApplicable("The whole platform takes them from the private registry.");
    return allowed(read, "enterprise", ends.nodes(cluster), ports.registries, [{ host: "quay.io/kubermatic", purpose: "Images whose names end in -ee, with a pull secret" }], `Components of the Enterprise Edition come from there alone, and quay.io refuses ${clusterName(read, cluster)} without a login, which a cache in between must pass on.`);
  },
});

/** What the machine in front of a Kubernetes API loads when it is set up. */
export const apiMachineSources = rule<readonly ExternalHost[]>({
  id: "firewall.external-api-machine",
  title: "Hosts of the machine in front of the Kubernetes API",
  per: "cluster",
  sources: ["kubeone.terraform-nutanix"],
  derive: (read, cluster) => {
    const hosts = read.rule(loadedInFront, cluster);
    if (!reachesInternet(read, placeOfCluster(read, cluster))) return read.notApplicable("The program is carried to the machine.");
    return allowed(read, "api-machine", ends.api(cluster), ports.registries, hosts, `The machine in front of the Kubernetes API of ${clusterName(read, cluster)} loads its program once, when it is set up.`);
  },
});
