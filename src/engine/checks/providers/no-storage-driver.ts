import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { storage } from "../../answers/chapters/storage.ts";
import { check } from "../../kernel/check.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName } from "../../rules/basics/platform.ts";

/** Clusters that wait for a storage driver which does not come with their infrastructure. */
export const noStorageDriver = check({
  id: "providers.no-storage-driver",
  title: "A driver for kubermatic-fast",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.storage-requirements", "kkp.code.storage-class"],
  examine: (read, cluster, report) => {
    const provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (provider.csi || read.answer(storage.cluster.fastClass, cluster) !== "provider") return;
    const path = read.path(storage.cluster.fastClass, cluster);
    report({
      title: `${provider.title} brings no storage driver for ${clusterName(read, cluster)}`,
      message: `kubermatic-fast of ${clusterName(read, cluster)} is to come from a driver of ${provider.title}, and there is none: etcd of every user cluster would wait for its volumes.`,
      remedy: "Choose another driver, for example Rook or the one of your storage vendor.",
      fixes: [{ title: "Use another driver", set: [{ path, value: "other" }] }],
      answers: [path, read.path(infrastructure.cluster.provider, cluster)],
    });
  },
});
