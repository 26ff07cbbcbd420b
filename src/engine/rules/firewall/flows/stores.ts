import { rule, type Reader } from "../../../kernel/rule.ts";
import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { clusterName, datacenterName } from "../../basics/platform.ts";
import { throughProxy } from "../../internet/proxied-hosts.ts";
import { allProxied, callsFurtherStore, onlyLooks, storeCallers, workerCallers } from "../../internet/without-proxy.ts";
import { useOfReports } from "../../storage/metering.ts";
import { stores } from "../../storage/stores.ts";
import { ends } from "../ends.ts";
import { needPlatform, placeOfCluster, placeOfWorkers } from "../subjects.ts";
import { flow, type FlowDraft } from "./draft.ts";
import { waysTo } from "./named.ts";
import { storePort } from "../../storage/store-port.ts";

/** What a platform cluster does with a store, as a sentence. */
function useOf(read: Reader, store: "further" | "mla" | "metering", cluster: string): string {
  if (store === "metering") return useOfReports(read, cluster);
  const name = clusterName(read, cluster);
  return store === "further" && onlyLooks(read, cluster)
    ? `KKP on ${name} looks for the bucket of each project again and again, and lists it for the dashboard.`
    : `${name} writes there at any time of the day, and reads when something is restored or queried.`;
}

/** From a platform cluster to the object stores it writes to. */
export const clusterToStores = rule<readonly FlowDraft[]>({
  id: "firewall.cluster-to-stores",
  title: "Cluster to object stores",
  per: "cluster",
  sources: ["kkp.backup", "kkp.mla-user-cluster", "kkp.metering"],
  derive: (read, cluster) =>
    read.rule(stores).flatMap(({ id, purpose, question }) => {
      if (id === "further" && !callsFurtherStore(read, cluster)) return [];
      // Until somebody says what the cluster is, other stores are none the less known.
      const role = id === "mla" ? read.maybe(infrastructure.cluster.role, cluster) : undefined;
      if (role && (role.kind !== "known" || role.value === "master")) return [];
      const row = { refs: ["E8"], word: `store-${id}`, of: cluster, source: ends.nodes(cluster), destination: ends.store(id), ports: () => storePort(read, question), reason: purpose, lifetime: "operation", why: useOf(read, id, cluster) } as const;
      const distant = throughProxy(read, placeOfCluster(read, cluster), question);
      return waysTo(read, row, distant, distant ? storeCallers(read, id, cluster) : allProxied);
    }),
});

/** From workers of a datacenter to the store of user-cluster backups. */
export const workersToStores = rule<readonly FlowDraft[]>({
  id: "firewall.workers-to-stores",
  title: "Workers to object stores",
  per: "datacenter",
  sources: ["kkp.cluster-backup"],
  derive: (read, datacenter) =>
    read
      .rule(stores)
      .filter(({ alsoFrom }) => alsoFrom.includes("workers"))
      .flatMap(({ id, purpose, question }) =>
        waysTo(
          read,
          { refs: ["O1"], word: `workers-store-${id}`, of: datacenter, source: ends.workers(datacenter), destination: ends.store(id), ports: () => storePort(read, question), reason: purpose, lifetime: "operation", why: `Velero runs in the user clusters of ${datacenterName(read, datacenter)} and writes from their own nodes.` },
          throughProxy(read, placeOfWorkers(read, datacenter), question),
          workerCallers,
        ),
      ),
});

/** From the users' browsers to the store, for downloads. */
export const usersToStores = rule<readonly FlowDraft[]>({
  id: "firewall.users-to-stores",
  title: "Users to object stores",
  per: "plan",
  sources: ["kkp.cluster-backup", "kkp.metering"],
  derive: (read) => {
    needPlatform(read);
    return read
      .rule(stores)
      .filter(({ alsoFrom }) => alsoFrom.includes("users"))
      .map(({ id, question }) =>
        flow(read, { refs: ["O2"], word: `users-store-${id}`, of: "users", source: ends.users, destination: ends.store(id), ports: () => storePort(read, question), reason: id === "metering" ? "Downloads of reports" : "Downloads and uploads of backups", lifetime: "operation", why: `The dashboard hands out links into the store, which the browser opens itself${id === "metering" ? "" : "; what it uploads goes there without the dashboard"}.` }),
      );
  },
});
