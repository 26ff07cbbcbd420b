import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { DnsService } from "../../dns-services/dns-service.ts";
import { internetFacts, type WithoutProxy } from "../../facts/internet.ts";
import type { Issuer } from "../../issuers/issuer.ts";
import type { Reader } from "../../kernel/rule.ts";
import { listed } from "../../values/sentence.ts";
import { clusterProxyNamespaces } from "../certificates/interfaces.ts";
import { copiesMinio, savesPlatformEtcd, savesUserClusters } from "../storage/further.ts";

/** Which pods of a cluster ask a host: whether any of them takes the proxy, and those that take none. */
export interface Callers {
  readonly proxied: boolean;
  readonly without: readonly WithoutProxy[];
}

/** All of them take the proxy. */
export const allProxied: Callers = { proxied: true, without: [] };

/** Controllers of a Seed look for a snapshot before a restore; whatever writes and reads it takes no proxy. */
export const snapshotCallers: Callers = { proxied: true, without: ["snapshots", "restores", "exporter"] };

/** Velero in user clusters writes from workers. */
export const workerCallers: Callers = { proxied: false, without: ["userClusters"] };

/** Whether anything but KubeOne's addon writes further backups from a platform cluster: Velero, or a copy of MinIO. */
const othersWriteFurther = (read: Reader, cluster: string): boolean => read.answer(backup.plan.further).includes("velero") || copiesMinio(read, cluster);

/** Whether a platform cluster looks for buckets of user clusters, as the master does. */
const looksForBuckets = (read: Reader, cluster: string): boolean => savesUserClusters(read) && read.answer(infrastructure.cluster.role, cluster) !== "seed";

const othersCallFurther = (read: Reader, cluster: string): boolean => othersWriteFurther(read, cluster) || looksForBuckets(read, cluster);

/** Whether a platform cluster looks for buckets in the store of further backups, and writes nothing there itself. */
export const onlyLooks = (read: Reader, cluster: string): boolean => looksForBuckets(read, cluster) && !savesPlatformEtcd(read, cluster) && !othersWriteFurther(read, cluster);

/** Whether a platform cluster calls the store of further backups at all; what others save of it goes another way. */
export const callsFurtherStore = (read: Reader, cluster: string): boolean => savesPlatformEtcd(read, cluster) || othersCallFurther(read, cluster);

/** Whoever writes further backups from a platform cluster. */
export function furtherCallers(read: Reader, cluster: string): Callers {
  const without: readonly WithoutProxy[] = savesPlatformEtcd(read, cluster) ? ["platformEtcd"] : [];
  return { proxied: without.length === 0 || othersCallFurther(read, cluster), without };
}

/** Whoever calls the store of metering from a platform cluster: the API takes the proxy, and Jobs of a Seed do not. */
function reportCallers(read: Reader, cluster: string): Callers {
  const role = read.answer(infrastructure.cluster.role, cluster);
  return { proxied: role !== "seed", without: role === "master" ? [] : ["reports"] };
}

/** Whoever calls an object store outside from a platform cluster, by what the store is for. */
export function storeCallers(read: Reader, store: "further" | "mla" | "metering", cluster: string): Callers {
  if (store === "mla") return allProxied;
  return store === "further" ? furtherCallers(read, cluster) : reportCallers(read, cluster);
}

/** API servers of user clusters and KKP's API ask an issuer in place of Dex, and so do the logins in front of interfaces. */
export function issuerCallers(read: Reader, cluster: string): Callers {
  const logins = read.outcome(clusterProxyNamespaces, cluster);
  return { proxied: true, without: logins.kind === "known" && logins.value.length > 0 ? ["interfaces"] : [] };
}

/** cert-manager calls a zone itself, or a webhook does in its place. */
export const solverCallers = ({ solver }: DnsService): Callers => (solver?.kind === "webhook" ? { proxied: false, without: ["solver"] } : allProxied);

/** cert-manager calls an issuer itself, or a plug-in does in its place. */
export const signerCallers = ({ reference }: Issuer): Callers => (reference ? { proxied: false, without: ["plugIn"] } : allProxied);

/** Pods that take no proxy, in a sentence. */
export const inWords = (read: Reader, without: readonly WithoutProxy[]): string => {
  const titles = read.fact(internetFacts.withoutProxy);
  return listed(without.map((one) => titles[one]));
};
