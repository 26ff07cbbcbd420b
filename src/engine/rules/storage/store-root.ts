import { backup } from "../../answers/chapters/backup.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { metering } from "../../answers/chapters/metering.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import type { NewThing } from "../../answers/chapters/new-secrets.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { storeRoot } from "../../answers/chapters/store-root.ts";
import type { Question } from "../../answers/question.ts";
import { bundleReaders } from "../../facts/store-root.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { isRunning } from "../basics/new-with-upgrade.ts";
import { copiesMinio, savesPlatformEtcd, savesUserClusters } from "./further.ts";
import { countsUsage } from "./metering.ts";
import { isShared } from "./shared-store.ts";
import { storeInUrl } from "./store-port.ts";

/** A store, as URLs carry it, whose certificate ends at a root that no machine brings; stores that everybody uses have public ones, and who signs for a store is asked once its address is known. */
function privateAddress(read: Reader, question: Question<string>, subject?: string): string | undefined {
  const address = read.maybe(question, subject);
  if (address.kind !== "known" || isShared(read, address.value)) return undefined;
  if (read.answer(storeRoot.plan.storeRoot) !== "private") return undefined;
  const store = storeInUrl(read, question, subject);
  return store.kind === "known" ? store.value : undefined;
}

/** That of a Seed's etcd backups. */
const etcdStore = (read: Reader, cluster: string): string | undefined =>
  read.answer(infrastructure.cluster.role, cluster) !== "master" && read.answer(storage.cluster.backupTarget, cluster) === "s3" ? privateAddress(read, storage.cluster.s3Endpoint, cluster) : undefined;

/** That of further backups; asked where the platform itself writes to it. */
const furtherStore = (read: Reader): string | undefined => privateAddress(read, backup.plan.store);

/** A part of the platform that calls a store behind a private root. All but metering, which reads KKP's bundle alone, are given the root in a place of their own; for backups of user clusters that is the location which owners of projects enter. */
export interface StoreCaller {
  readonly part: "exporter" | "metering" | "velero" | "platform-etcd" | "mirror" | "mla" | "user-clusters";
  /** The store as URLs carry it behind their scheme. */
  readonly address: string;
}

/** Parts of a cluster that call a store behind a private root. */
export const storeCallers = rule<readonly StoreCaller[]>({
  id: "storage.store-callers",
  title: "Parts that need the root of a store",
  per: "cluster",
  sources: ["kkp.certificates"],
  derive: (read, cluster) => {
    const seed = read.answer(infrastructure.cluster.role, cluster) !== "master";
    const further = read.answer(backup.plan.further);
    const calls = (part: StoreCaller["part"], address: string | undefined): readonly StoreCaller[] => (address === undefined ? [] : [{ part, address }]);
    const mla = seed && read.answer(monitoring.plan.userClusterMla) && read.answer(observability.plan.objectStore) === "s3";
    const controls = read.answer(infrastructure.cluster.role, cluster) !== "seed" && savesUserClusters(read);
    const callers: readonly StoreCaller[] = [
      ...calls("exporter", etcdStore(read, cluster)),
      ...calls("metering", seed && countsUsage(read) ? privateAddress(read, metering.plan.meteringStore) : undefined),
      ...calls("velero", further.includes("velero") ? furtherStore(read) : undefined),
      ...calls("platform-etcd", savesPlatformEtcd(read, cluster) ? furtherStore(read) : undefined),
      ...calls("mirror", copiesMinio(read, cluster) ? furtherStore(read) : undefined),
      ...calls("mla", mla ? privateAddress(read, observability.plan.objectStoreAddress) : undefined),
      ...calls("user-clusters", controls ? furtherStore(read) : undefined),
    ];
    return callers.length > 0 ? callers : read.notApplicable("No part of the cluster calls a store behind a private root.");
  },
});

/** Waits for the address of each store that KKP itself calls: what its bundle holds is whole only with all of them. */
export function needBundleStores(read: Reader): void {
  const saved = read.subjects("cluster").filter((cluster) => read.answer(infrastructure.cluster.role, cluster) !== "master" && read.answer(storage.cluster.backupTarget, cluster) === "s3");
  read.need(...saved.map((cluster) => [storage.cluster.s3Endpoint, cluster] as const), ...(countsUsage(read) ? [[metering.plan.meteringStore] as const] : []));
}

/** What reads KKP's own bundle to reach a store behind a private root, in words. */
export const bundleStores = rule<readonly string[]>({
  id: "storage.bundle-stores",
  title: "Stores that are checked against KKP's bundle",
  per: "plan",
  sources: ["kkp.certificates"],
  derive: (read) => {
    const saved = read.subjects("cluster").some((cluster) => etcdStore(read, cluster) !== undefined);
    const counted = countsUsage(read) && privateAddress(read, metering.plan.meteringStore) !== undefined;
    if (!saved && !counted) return read.notApplicable("KKP itself calls no store behind a private root.");
    const { etcd, metering: reports } = read.fact(bundleReaders);
    return [...(saved ? [etcd] : []), ...(counted ? [reports] : [])];
  },
});

/** What brings each part to an installed platform. */
const BROUGHT: Readonly<Record<StoreCaller["part"], NewThing>> = { exporter: "backups", metering: "metering", velero: "further-backups", "platform-etcd": "further-backups", mirror: "further-backups", mla: "user-cluster-mla", "user-clusters": "further-backups" };

/** Whether a part runs already and has been given the root of its store. */
export const hasRoot = (read: Reader, { part }: Pick<StoreCaller, "part">): boolean => isRunning(read, BROUGHT[part]);
