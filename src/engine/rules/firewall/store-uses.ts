import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import type { Question } from "../../answers/question.ts";
import { known } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { clusterName } from "../basics/platform.ts";
import { callsFurtherStore, onlyLooks } from "../internet/without-proxy.ts";
import { bucketHostsOf } from "../storage/dialled-hosts.ts";
import { useOfReports } from "../storage/metering.ts";
import { storePort } from "../storage/store-port.ts";
import { stores, type Store } from "../storage/stores.ts";

/** Object stores beside those of the etcd backups that a platform cluster calls. */
export const storesOf = (read: Reader, cluster: string, all: readonly Store[]): readonly Store[] =>
  all.filter(({ id }) => (id === "further" ? callsFurtherStore(read, cluster) : id !== "mla" || read.answer(infrastructure.cluster.role, cluster) !== "master"));

/** What a platform cluster does with a store, as a sentence. */
export function useOf(read: Reader, store: Store["id"], cluster: string): string {
  if (store === "metering") return useOfReports(read, cluster);
  const name = clusterName(read, cluster);
  return store === "further" && onlyLooks(read, cluster)
    ? `KKP on ${name} looks for the bucket of each project again and again, and lists it for the dashboard.`
    : `${name} writes there at any time of the day, and reads when something is restored or queried.`;
}

/** Host and port of a store that every program dials by these alone; undefined while its host is open, and where buckets stand in front of it. */
function serverOf(read: Reader, question: Question<string>, subject?: string): string | undefined {
  const host = read.maybe(question, subject);
  if (host.kind !== "known" || bucketHostsOf(read, host, () => known("bucket")).length > 0) return undefined;
  return `${host.value.toLowerCase()} ${storePort(read, question, subject)}`;
}

/** Those of some stores that stand at the same host and port as another one. */
export const atSameServer = (read: Reader, some: readonly Store[], question: Question<string>, subject?: string): readonly Store[] =>
  read.aside(() => {
    const server = some.length === 0 ? undefined : serverOf(read, question, subject);
    return server === undefined ? [] : some.filter((store) => serverOf(read, store.question) === server);
  });

/** Whether etcd backups of a cluster go to a store outside; waits for its role, and for the target of a Seed. */
const writesEtcdBackups = (read: Reader, cluster: string): boolean => read.answer(infrastructure.cluster.role, cluster) !== "master" && read.answer(storage.cluster.backupTarget, cluster) === "s3";

/** The stores of a Seed that stand where its etcd backups are written, so that one row is for all of them; waits for the target. */
export function besideEtcdBackups(read: Reader, cluster: string): readonly Store[] {
  if (!writesEtcdBackups(read, cluster)) return [];
  const found = read.outcome(stores);
  return found.kind === "known" ? atSameServer(read, storesOf(read, cluster, found.value), storage.cluster.s3Endpoint, cluster) : [];
}

/** Waits for the hosts of stores that a caller has several of: only then somebody can tell how many rows they are. */
export function needHosts(read: Reader, some: readonly Store[], cluster?: string): void {
  const etcd = cluster !== undefined && some.length > 0 && writesEtcdBackups(read, cluster);
  if (some.length + (etcd ? 1 : 0) < 2) return;
  for (const { question } of some) read.answer(question);
  if (etcd) read.answer(storage.cluster.s3Endpoint, cluster);
}

/** What a row to one server is for. */
export const purposesOf = (purposes: readonly string[]): string => purposes.join("; ");
