import { backup } from "../../answers/chapters/backup.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";

/** etcd whose disks lie behind the network that everything uses. */
export const sharedStorageNetwork = check({
  id: "storage.shared-network",
  title: "Volumes of etcd have a network of their own",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.storage-requirements"],
  examine: (read, cluster, report) => {
    if (read.optional(backup.cluster.storageNetwork, cluster) !== "shared") return;
    const path = read.path(backup.cluster.storageNetwork, cluster);
    const name = clusterName(read, cluster);
    report({
      title: `etcd on ${name} shares its storage network`,
      message: `Every write of every etcd on ${name} crosses the network that carries all other traffic; a copy job there shows as lost leaders.`,
      remedy: "Give the storage a network of its own, or use disks in the machines.",
      fixes: [{ title: "Plan a network of its own for the storage", set: [{ path, value: "dedicated" }] }],
      answers: [path],
    });
  },
});
