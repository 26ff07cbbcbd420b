import type { Fact } from "../../facts/fact.ts";
import { certManagerRequests, clusterServicePods, dexRequests, masterRequests, meteringRequests, minioRequests, mlaRequests, nodeportProxyRequests, s3ExporterRequests, seedProxyRequests, seedRequests, userClusterMlaRequests, vpaRequests, webhookPods } from "../../facts/sizing/platform-requests.ts";
import type { Requests } from "../../facts/sizing/requests.ts";
import { auditRequests, frontLoadBalancerRequests, kubeLbRequests, kyvernoRequests, largeProfile, mediumProfile, smallProfile } from "../../facts/sizing/user-cluster-requests.ts";
import { veleroChart } from "../../facts/backup.ts";
import type { PlatformEntry } from "../../releases/release.ts";

/** Looks a fact up; inside a rule it is the reader, so that only the facts in use are recorded. */
export type Figure = <T>(fact: Fact<T>) => T;

/** What a platform cluster carries. */
export interface LoadInput {
  /** What the master runs beside its own components, where the cluster is the master. */
  readonly master?: { readonly entry: Pick<PlatformEntry, "title" | "requests">; readonly seeds: number };
  /** Entry in front of its own interfaces, where the cluster is a Seed apart from the master. */
  readonly ownEntry?: Pick<PlatformEntry, "title" | "requests">;
  /** Whether Dex signs the tokens, on the master. */
  readonly dex?: boolean;
  /** Whether cert-manager asks for the certificates of the entry. */
  readonly certManager?: boolean;
  /** Whether a nodeport-proxy stands in front of user clusters. */
  readonly nodeportProxy?: boolean;
  /** Whether backups stay in the cluster, and whether a bucket of backups is measured. */
  readonly minio?: boolean;
  readonly s3Exporter?: boolean;
  /** User clusters by size, where the cluster is a Seed. */
  readonly userClusters?: { readonly small: number; readonly medium?: number; readonly large?: number };
  /** What user clusters of some infrastructure add, by its name. */
  readonly byProvider?: readonly { readonly title: string; readonly each: Fact<Requests>; readonly times: number }[];
  readonly mla?: boolean;
  readonly userClusterMla?: boolean;
  /** What the stated load of user clusters needs on top of that stack's minimum. */
  readonly expectedLoad?: {
    /** For the planned number of user clusters. */
    readonly planned: Requests;
    readonly clusters: number;
    /** For one user cluster, not rounded. */
    readonly each: { readonly cpu: number; readonly memory: number };
  };
  readonly velero?: boolean;
  readonly metering?: boolean;
  readonly vpa?: boolean;
  /** Whether user clusters have a front of their own: all of them, or as many as `fronts` says. */
  readonly loadBalancerStrategy?: boolean;
  readonly fronts?: number;
  /** Parts that every user cluster adds. */
  readonly kyverno?: boolean;
  /** User clusters whose workloads get their addresses from KubeLB. */
  readonly kubeLb?: number;
  readonly audit?: boolean;
}

/** One part of the load before it is put into words. */
export interface LoadPart {
  readonly title: string;
  readonly each: Requests;
  /** Number of user clusters or Seeds; absent for what exists once. */
  readonly times?: number;
}

/** API servers of all user clusters. */
function apiServersOf({ small, medium = 0, large = 0 }: NonNullable<LoadInput["userClusters"]>, figure: Figure): number {
  const more = medium > 0 ? medium * figure(mediumProfile).apiServers : 0;
  const most = large > 0 ? large * figure(largeProfile).apiServers : 0;
  return small * figure(smallProfile).apiServers + more + most;
}

/** What the stated load needs for so many user clusters. */
function statedFor({ planned, clusters, each }: NonNullable<LoadInput["expectedLoad"]>, count: number): Requests {
  return count === clusters ? planned : { cpu: Math.ceil(each.cpu * count), memory: Math.ceil(each.memory * count), pods: planned.pods };
}

/** A Seed apart from the master has a webhook of its own. */
function componentsOfSeed({ master }: LoadInput, figure: Figure): Requests {
  const shared = figure(seedRequests);
  return master ? shared : { ...shared, pods: shared.pods + figure(webhookPods) };
}

/** All parts of what a platform cluster carries, those of the platform first. */
export function partsOf(input: LoadInput, figure: Figure): readonly LoadPart[] {
  const parts: LoadPart[] = [];
  const once = (title: string, each: Requests) => parts.push({ title, each });
  const perCluster = (title: string, each: Requests, times: number) => times > 0 && parts.push({ title, each, times });
  if (input.master) {
    const { entry, seeds } = input.master;
    once("Components of the master", figure(masterRequests));
    if (entry.requests.pods > 0) once(`Platform entry, ${entry.title}`, entry.requests);
    if (input.dex) once("Dex", figure(dexRequests));
    if (seeds === 1) once("Proxy of the master to the Seed", figure(seedProxyRequests));
    else perCluster("Proxies of the master to Seeds", figure(seedProxyRequests), seeds);
  }
  if (input.ownEntry) once(`Entry of the Seed, ${input.ownEntry.title}`, input.ownEntry.requests);
  if (input.certManager) once("cert-manager", figure(certManagerRequests));
  if (input.userClusters) once("Components of the Seed", componentsOfSeed(input, figure));
  if (input.nodeportProxy) once("nodeport-proxy", figure(nodeportProxyRequests));
  if (input.minio) once("MinIO for backups", figure(minioRequests));
  if (input.s3Exporter) once("S3 exporter", figure(s3ExporterRequests));
  if (input.mla) once("Master and Seed MLA", figure(mlaRequests));
  if (input.velero) once("Velero", figure(veleroChart).server);
  once("Services of the cluster itself", { cpu: 0, memory: 0, pods: figure(clusterServicePods) });
  if (!input.userClusters) return parts;

  const { small, medium = 0, large = 0 } = input.userClusters;
  const all = small + medium + large;
  if (input.userClusterMla) once("User-cluster MLA", figure(userClusterMlaRequests));
  if (input.expectedLoad) once("Stated load of the user-cluster MLA", statedFor(input.expectedLoad, all));
  if (input.metering) once("Metering", figure(meteringRequests));
  if (input.vpa) once("Vertical pod autoscaler", figure(vpaRequests));
  perCluster("Control planes of small user clusters", figure(smallProfile), small);
  if (medium > 0) perCluster("Control planes of medium user clusters", figure(mediumProfile), medium);
  if (large > 0) perCluster("Control planes of large user clusters", figure(largeProfile), large);
  for (const { title, each, times } of input.byProvider ?? []) perCluster(`Storage drivers of user clusters on ${title}`, figure(each), times);
  if (input.loadBalancerStrategy) perCluster("Fronts of user clusters", figure(frontLoadBalancerRequests), input.fronts ?? all);
  if (input.kyverno) perCluster("Kyverno", figure(kyvernoRequests), all);
  if (input.kubeLb) perCluster("KubeLB", figure(kubeLbRequests), input.kubeLb);
  if (input.audit) perCluster("Audit logging beside each API server", figure(auditRequests), apiServersOf(input.userClusters, figure));
  return parts;
}
