import { infrastructure } from "../../../answers/chapters/infrastructure.ts";
import { storage } from "../../../answers/chapters/storage.ts";
import { ports } from "../../../facts/ports.ts";
import { rule } from "../../../kernel/rule.ts";
import { clusterName } from "../../basics/platform.ts";
import { throughProxy } from "../../internet/proxied-hosts.ts";
import { ends } from "../ends.ts";
import { placeOfCluster } from "../subjects.ts";
import { flow, type FlowDraft } from "./draft.ts";

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
    return [flow(read, { refs: ["E8"], of: cluster, source: ends.nodes(cluster), destination: ends.s3(cluster), ports: ports.s3, ...distant, reason: "etcd snapshots of user clusters", lifetime: "operation", why: `Snapshots of every user cluster of ${clusterName(read, cluster)} are written there, and read when one is restored.` })];
  },
});
