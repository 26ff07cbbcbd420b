import { rule } from "../../../kernel/rule.ts";
import { datacenterName } from "../../basics/platform.ts";
import { throughProxy } from "../../internet/proxied-hosts.ts";
import { allProxied, storeCallers, workerCallers } from "../../internet/without-proxy.ts";
import { stores, type Store } from "../../storage/stores.ts";
import { ends } from "../ends.ts";
import { atSameServer, besideEtcdBackups, needHosts, purposesOf, storesOf, useOf } from "../store-uses.ts";
import { needPlatform, placeOfCluster, placeOfWorkers } from "../subjects.ts";
import { flow, type FlowDraft } from "./draft.ts";
import { waysTo } from "./named.ts";
import { storePort } from "../../storage/store-port.ts";

/** From a platform cluster to the object stores it writes to; those that stand at one server share a row. */
export const clusterToStores = rule<readonly FlowDraft[]>({
  id: "firewall.cluster-to-stores",
  title: "Cluster to object stores",
  per: "cluster",
  sources: ["kkp.backup", "kkp.mla-user-cluster", "kkp.metering"],
  derive: (read, cluster) => {
    const all = storesOf(read, cluster, read.rule(stores));
    const distant = ({ question }: Store) => throughProxy(read, placeOfCluster(read, cluster), question);
    const direct = all.filter((store) => distant(store) === undefined);
    needHosts(read, direct, cluster);
    const beside = direct.length > 0 ? besideEtcdBackups(read, cluster).map(({ id }) => id) : [];
    const told = new Set<Store["id"]>();
    return all.flatMap((store) => {
      const { id, question, purpose } = store;
      const way = distant(store);
      const row = { refs: ["E8"], word: `store-${id}`, of: cluster, source: ends.nodes(cluster), destination: ends.store(id), ports: () => storePort(read, question), lifetime: "operation" } as const;
      if (way) return waysTo(read, { ...row, reason: purpose, why: useOf(read, id, cluster) }, way, storeCallers(read, id, cluster));
      if (told.has(id) || beside.includes(id)) return [];
      const shared = atSameServer(read, all, question);
      for (const other of shared) told.add(other.id);
      const here = shared.length === 0 ? [store] : shared;
      return waysTo(read, { ...row, reason: purposesOf(here.map((one) => one.purpose)), why: () => [...new Set(here.map((one) => useOf(read, one.id, cluster)))].join(" ") }, undefined, allProxied);
    });
  },
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
    const some = read.rule(stores).filter(({ alsoFrom }) => alsoFrom.includes("users"));
    needHosts(read, some);
    return some.flatMap((store, at) => {
      const shared = atSameServer(read, some, store.question);
      const here = shared.length === 0 ? [store] : shared;
      // The first of those at one server has the row of all.
      if (some.slice(0, at).some((before) => here.includes(before))) return [];
      const reason = purposesOf(here.map(({ id }) => (id === "metering" ? "Downloads of reports" : "Downloads and uploads of backups")));
      const uploads = here.some(({ id }) => id !== "metering");
      return [flow(read, { refs: ["O2"], word: `users-store-${store.id}`, of: "users", source: ends.users, destination: ends.store(store.id), ports: () => storePort(read, store.question), reason, lifetime: "operation", why: `The dashboard hands out links into the store, which the browser opens itself${uploads ? "; what it uploads goes there without the dashboard" : ""}.` })];
    });
  },
});
