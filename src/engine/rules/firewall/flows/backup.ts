import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { storage } from "../../../answers/chapters/storage.ts";
import { rule } from "../../../kernel/rule.ts";
import { clusterName } from "../../basics/platform.ts";
import { throughProxy } from "../../internet/proxied-hosts.ts";
import { snapshotCallers } from "../../internet/without-proxy.ts";
import { ends } from "../ends.ts";
import { placeOfCluster } from "../subjects.ts";
import type { FlowDraft } from "./draft.ts";
import { waysTo } from "./named.ts";
import { besideEtcdBackups, purposesOf, useOf } from "../store-uses.ts";
import { storePort } from "../../storage/store-port.ts";

/** From a Seed to the S3 that takes its backups. */
export const seedToS3 = rule<readonly FlowDraft[]>({
  id: "firewall.seed-to-s3",
  title: "Seed to its backups",
  per: "cluster",
  sources: ["kkp.etcd-backups"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("The master holds no user clusters to back up.");
    if (read.answer(storage.cluster.backupTarget, cluster) !== "s3") return read.notApplicable("No backup leaves the cluster.");
    const distant = throughProxy(read, placeOfCluster(read, cluster), storage.cluster.s3Endpoint, cluster);
    if (distant) read.cite("kkp.code.s3-client");
    const name = clusterName(read, cluster);
    const beside = distant ? [] : besideEtcdBackups(read, cluster);
    const row = { refs: ["E8"], of: cluster, source: ends.nodes(cluster), destination: ends.s3(cluster), ports: () => storePort(read, storage.cluster.s3Endpoint, cluster), reason: purposesOf(["etcd snapshots of user clusters", ...beside.map(({ purpose }) => purpose)]), lifetime: "operation", why: () => [`Snapshots of every user cluster of ${name} are written there, and read when one is restored.`, ...new Set(beside.map(({ id }) => useOf(read, id, cluster)))].join(" ") } as const;
    return waysTo(read, row, distant, snapshotCallers, { reason: "A snapshot is looked up before a restore", why: `Controllers on ${name} look there for the snapshot before they take a user cluster apart; they have the proxy of the Seed.` });
  },
});
