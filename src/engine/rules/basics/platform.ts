import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { platformEntry } from "../../answers/chapters/platform-entry.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { project } from "../../answers/chapters/project.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { dns } from "../../answers/chapters/dns.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { releaseOf, releases } from "../../releases/registry.ts";
import type { ChosenRelease, PlatformEntry, Release, ReleaseEntry, Sourced } from "../../releases/release.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { workersStand } from "./made-networks.ts";

/** Record of the chosen KKP release, whatever entry is chosen in it. */
export const releaseRecord = rule<Release>({
  id: "project.release-record",
  title: "Record of the KKP release",
  per: "plan",
  sources: [],
  derive: (read) => releaseOf(read.answer(project.plan.release)),
});

/** Record of the chosen KKP release. */
export const release = rule<ChosenRelease>({
  id: "project.release",
  title: "KKP release",
  per: "plan",
  sources: [],
  derive: (read) => {
    const record = read.rule(releaseRecord);
    const entry = entryOf(read, record);
    return entry === record.entry ? record : { ...record, entry };
  },
});

/**
 * The record as a rule reads it: each part cites what stands behind it where it is read, so that no row shows pages about the others.
 * @param partOf Finds a part, where other rules choose some of them.
 */
export function citing<R extends Sourced>(read: Reader, record: R, partOf = (part: keyof R): R[keyof R] => record[part]): R {
  return new Proxy(record, {
    get: ({ sourcesOf }, name) => {
      if (typeof name === "string" && Object.hasOwn(sourcesOf, name)) read.cite(...(sourcesOf[name] ?? []));
      return partOf(name as keyof R);
    },
  });
}

/** The chosen release, part by part; the choice of its entry is read with the entry alone. */
export function releaseIn(read: Reader): ChosenRelease {
  const record: ChosenRelease = read.rule(releaseRecord);
  return citing(read, record, (part) => (part === "entry" ? citing(read, read.rule(release).entry) : record[part]));
}

/** The entry of a cluster, part by part. */
export const entryIn = (read: Reader, cluster: string): PlatformEntry => citing(read, read.rule(entryAt, cluster));

/** The entry that was chosen among those which a release offers. */
function entryOf(read: Reader, { entry, gatewayEntry, ownGatewayFrom }: Release): PlatformEntry {
  if (!gatewayEntry && ownGatewayFrom === undefined) return entry;
  const choice = read.answer(platformEntry.plan.entry);
  const offered = gatewayEntry ?? entry;
  if (choice === "standard") return entry;
  if (choice === "gateway" || ownGatewayFrom === undefined) return offered;
  // What the Gateway is called stays out of it: `entry-names.ts` reads that where it is used, so that nothing else waits for it.
  const { service: _service, gateway: _gateway, webhook: _webhook, secrets, solver, ...parts } = offered;
  return {
    ...parts,
    title: "your Gateway",
    own: true,
    images: [],
    secrets: secrets.map(({ serves, name }) => ({ serves, name })),
    solver: { field: solver.field },
    requests: { cpu: 0, memory: 0, pods: 0 },
  };
}

/** Release of an installed platform that this plan brings to the next; not applicable to a new installation. */
export const installedRelease = rule<Release>({
  id: "project.installed-release",
  title: "Release that is installed already",
  per: "plan",
  sources: [],
  derive: (read) => {
    const target = releaseOf(read.answer(project.plan.release));
    if (target.upgradesFrom === undefined) return read.notApplicable(`This plan knows no release from which KKP ${target.id} is reached.`);
    const from = read.answer(project.plan.upgradeFrom);
    return from === "none" ? read.notApplicable("Nothing is installed yet.") : releaseOf(from);
  },
});

/** Whether the platform runs already, and with it its Services and the volumes of its charts. */
export const runsAlready = (read: Reader): boolean => read.optionalRule(installedRelease) !== undefined;

/** Release of an installed platform whose entry is replaced by this plan, with the entry that it has; not applicable otherwise. */
export const replacedEntry = rule<Release>({
  id: "project.replaced-entry",
  title: "Platform entry that an upgrade replaces",
  per: "plan",
  sources: ["kkp.gateway-api"],
  derive: (read) => {
    // Whichever release comes, there is nothing to replace.
    if (read.optional(project.plan.upgradeFrom) === "none") return read.notApplicable("Nothing is installed yet.");
    const { id, entry, upgradesFrom } = read.rule(release);
    // Where it stays in any case, nobody needs to say whether anything is installed.
    const earlier = releases.find((one) => one.id === upgradesFrom)?.entry;
    if (!entry.own && entry.title === (earlier ?? entry).title) return read.notApplicable(`KKP ${id} keeps ${entry.title}.`);
    const installed = read.rule(installedRelease);
    // Where a release has one entry only, nobody needs to say which one it was.
    const before = !installed.gatewayEntry && installed.ownGatewayFrom === undefined ? "nginx" : read.answer(platformEntry.plan.entryBefore);
    if (before === "nginx" || !installed.gatewayEntry) return installed;
    if (before === "gateway" && entry.own) return { ...installed, entry: installed.gatewayEntry };
    return read.notApplicable(before === "own" ? "The installed platform stands behind your Gateway already." : "The installed platform has Envoy Gateway already.");
  },
});

/** The entry that a cluster loses by the upgrade; undefined where it keeps its own. */
export function replacedAt(read: Reader, cluster: string): ReleaseEntry | undefined {
  const former = read.optionalRule(replacedEntry)?.entry;
  return former === undefined || former.title === read.rule(entryAt, cluster).title ? undefined : former;
}

/** Whether a former entry goes as soon as the new one takes its routes, as KKP's Gateway does before a Gateway of the customer. */
export const goesAtOnce = ({ gateway }: ReleaseEntry): boolean => gateway !== undefined;

/** Id of the platform cluster that runs dashboard, API and Dex. */
export const masterCluster = rule<string>({
  id: "infrastructure.master",
  title: "Cluster that runs the master",
  per: "plan",
  sources: [],
  derive: (read) => {
    const ids = read.subjects("cluster");
    // A cluster without a role may be the master: none after it is taken for one.
    const first = ids.find((id) => read.optional(infrastructure.cluster.role, id) !== "seed");
    if (first !== undefined && read.optional(infrastructure.cluster.role, first) !== undefined) return first;
    read.need(...ids.map((id) => [infrastructure.cluster.role, id] as const));
    return read.notApplicable("No cluster of the plan carries the master.");
  },
});

/** Id of the master, for what has its name from the base domain: while roles are open, it is told that the domain is needed as well. */
export function masterOfDomain(read: Reader): string {
  if (read.outcome(masterCluster).kind === "waiting") read.need([project.plan.domain]);
  return read.rule(masterCluster);
}

/** Ids of the platform clusters that run user-cluster control planes, in creation order. */
export const seeds = rule<readonly string[]>({
  id: "infrastructure.seeds",
  title: "Seeds",
  per: "plan",
  sources: [],
  derive: (read) => read.subjects("cluster").filter((id) => read.answer(infrastructure.cluster.role, id) !== "master"),
});

/** Datacenter ids by the Seed that serves them; one pass, so that many Seeds stay linear. */
const datacentersBySeed = rule<ReadonlyMap<string, readonly string[]>>({
  id: "infrastructure.datacenters-by-seed",
  title: "Datacenters by Seed",
  per: "plan",
  sources: [],
  derive: (read) => {
    const bySeed = new Map<string, string[]>();
    const datacenters = read.subjects("datacenter");
    read.need(...datacenters.map((id) => [infrastructure.datacenter.seed, id] as const));
    for (const id of datacenters) {
      const seed = read.answer(infrastructure.datacenter.seed, id);
      bySeed.set(seed, [...(bySeed.get(seed) ?? []), id]);
    }
    return bySeed;
  },
});

/** Ids of the datacenters that a Seed serves, in creation order. */
export const datacentersOf = rule<readonly string[]>({
  id: "infrastructure.datacenters-of-seed",
  title: "Datacenters of the Seed",
  per: "cluster",
  sources: [],
  derive: (read, seed) => {
    const served = read.aside(() => read.rule(datacentersBySeed)).get(seed) ?? [];
    return served.filter((id) => read.answer(infrastructure.datacenter.seed, id) === seed);
  },
});

/** User clusters of a datacenter or a Seed, by size. */
export interface ClusterCounts {
  readonly small: number;
  readonly medium: number;
  readonly large: number;
}

/** Expected user clusters of a datacenter, by size. */
export const clustersIn = rule<ClusterCounts>({
  id: "infrastructure.user-clusters-by-size",
  title: "User clusters of the datacenter by size",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => {
    // How large one is supports no count, so the page about control planes is left to those that calculate with them.
    const sizes = read.aside(() => read.answer(sizing.plan.clusterSizes));
    read.optional(sizing.plan.clusterSizes);
    if (sizes === "small") return { small: read.answer(infrastructure.datacenter.smallClusters, datacenter), medium: 0, large: 0 };
    read.need([infrastructure.datacenter.smallClusters, datacenter], [sizing.datacenter.mediumClusters, datacenter], [sizing.datacenter.largeClusters, datacenter]);
    return {
      small: read.answer(infrastructure.datacenter.smallClusters, datacenter),
      medium: read.answer(sizing.datacenter.mediumClusters, datacenter),
      large: read.answer(sizing.datacenter.largeClusters, datacenter),
    };
  },
});

/** Number of user clusters of any size. */
export const allOf = ({ small, medium, large }: ClusterCounts): number => small + medium + large;

/** "12 small user clusters", "20 small, 5 medium and 1 large user clusters". */
export function wordsOf({ small, medium, large }: ClusterCounts): string {
  if (medium + large === 0) return formatCount(small, "small user cluster");
  return `${formatFigure(small)} small, ${formatFigure(medium)} medium and ${formatFigure(large)} large user clusters`;
}

/** Expected user clusters of a Seed by size, over all its datacenters. */
export const clustersBySize = rule<ClusterCounts>({
  id: "infrastructure.user-clusters-of-seed-by-size",
  title: "User clusters of the Seed by size",
  per: "cluster",
  sources: [],
  derive: (read, seed) => {
    const counts = read.rule(datacentersOf, seed).map((id) => read.rule(clustersIn, id));
    const sum = (size: keyof ClusterCounts) => counts.reduce((so, count) => so + count[size], 0);
    return { small: sum("small"), medium: sum("medium"), large: sum("large") };
  },
});

/** Number of user clusters that a Seed serves, over all its datacenters. */
export const userClustersOf = rule<number>({
  id: "infrastructure.user-clusters-of-seed",
  title: "User clusters of the Seed",
  per: "cluster",
  sources: [],
  derive: (read, seed) => allOf(read.rule(clustersBySize, seed)),
});

/** How user clusters of the platform are exposed. */
export const exposeStrategy = rule<"NodePort" | "LoadBalancer" | "Tunneling">({
  id: "load-balancer.expose-strategy",
  title: "Expose strategy",
  per: "plan",
  sources: ["kkp.expose-strategies"],
  derive: (read) => read.answer(loadBalancer.plan.exposeStrategy),
});

/** `<seed>.<base domain>`: the name below which a Seed's names live. */
export const seedDomain = rule<string>({
  id: "dns.seed-domain",
  title: "Domain of the Seed",
  per: "cluster",
  sources: ["kkp.code.address"],
  derive: (read, cluster) => {
    const domain = read.answer(project.plan.domain);
    return `${read.answer(dns.cluster.seedDnsOverwrite, cluster)}.${domain}`;
  },
});

/** Network whose addresses others see workers of a datacenter have, as CIDR: the one they stand in, or that of the routers which KKP puts before them. */
export const workerNetwork = rule<string>({
  id: "network.worker-network",
  title: "Network of the workers",
  per: "datacenter",
  sources: ["kkp.setup-checklist"],
  derive: (read, datacenter) => {
    switch (workersStand(read, datacenter)) {
      case "own-network":
        return read.answer(network.datacenter.workerNetwork, datacenter);
      case "node-network":
        return read.answer(network.place.nodeNetwork, read.answer(infrastructure.datacenter.place, datacenter));
      case "made-networks":
        return read.answer(network.datacenter.routerNetwork, datacenter);
    }
  },
});

/** Entry of one cluster: a Gateway of the customer stands on the master alone, a Seed apart from it has what the release brings. */
export const entryAt = rule<PlatformEntry>({
  id: "project.entry-of-cluster",
  title: "Entry of the cluster",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const { entry, gatewayEntry } = read.rule(release);
    if (!entry.own || read.optionalRule(masterCluster) === cluster) return entry;
    read.cite("kkp.code.seed-stack", "kkp.code.mla-example");
    return gatewayEntry ?? read.rule(releaseRecord).entry;
  },
});

/** Name of a place for sentences; its id while nobody named it. Never waits. */
export const placeName = (read: Reader, place: string): string => read.optional(infrastructure.place.name, place) ?? place;

/** Name of a platform cluster for sentences; its id while nobody named it. Never waits. */
export const clusterName = (read: Reader, cluster: string): string => read.optional(infrastructure.cluster.name, cluster) ?? cluster;

/** Name of a platform cluster for values: objects, files and secrets carry it. Waits until somebody names the cluster. */
export const nameOfCluster = (read: Reader, cluster: string): string => read.answer(infrastructure.cluster.name, cluster);

/** Name of a platform cluster for values inside a sentence or a command, such as a partition to be made: the question stands in while nobody named the cluster. Never waits. */
export function writtenName(read: Reader, cluster: string): string {
  const name = read.maybe(infrastructure.cluster.name, cluster);
  return name.kind === "known" ? name.value : `<${infrastructure.cluster.name.short}>`;
}

/** Name of a datacenter for values, where fields carry it. Waits until somebody names the datacenter. */
export const nameOfDatacenter = (read: Reader, datacenter: string): string => read.answer(infrastructure.datacenter.name, datacenter);

/** Name of a datacenter for values inside a sentence or a command: the question stands in while nobody named the datacenter. Never waits. */
export function writtenDatacenter(read: Reader, datacenter: string): string {
  const name = read.maybe(infrastructure.datacenter.name, datacenter);
  return name.kind === "known" ? name.value : `<${infrastructure.datacenter.name.short}>`;
}

/** Name of a datacenter for sentences; its id while nobody named it. Never waits. */
export const datacenterName = (read: Reader, datacenter: string): string =>
  read.optional(infrastructure.datacenter.name, datacenter) ?? datacenter;
