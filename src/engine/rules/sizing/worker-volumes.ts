import { spareWorkers } from "../../facts/sizing.ts";
import { etcdVolumes } from "../../facts/storage.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling, VolumeNeed } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName } from "../basics/platform.ts";
import { limitsOf } from "../storage/driver-limits.ts";
import { meteringVolumeNeeds, mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "../storage/mla-volumes.ts";
import { backupVolumeNeeds, etcdVolumeNeeds } from "../storage/volumes.ts";
import { clusterLoad } from "./cluster-load.ts";
import { figureOf } from "./figures.ts";
import { clusterSizing } from "./workers.ts";

const countOf = (volumes: readonly VolumeNeed[]): number => volumes.reduce((sum, { count }) => sum + count, 0);

/** Volumes of a Seed against what its planned workers carry, one of them to spare; those of workers for the MLA alone are left out with what stands on them. */
export const workerVolumeCeiling = rule<Ceiling>({
  id: "sizing.volumes-of-workers",
  title: "Volumes that the planned workers carry",
  per: "cluster",
  sources: ["kkp.cluster-requirements"],
  derive: (read, cluster) => {
    const limits = limitsOf(read, cluster);
    if (!limits) return read.notApplicable("No limit of volumes for each machine is known of this storage driver.");
    const { userClusters } = read.rule(clusterLoad, cluster);
    if (!userClusters) return read.notApplicable("User clusters live in Seeds only.");
    const { workers, dedicated = 0 } = read.rule(clusterSizing, cluster);
    const others = [mlaVolumeNeeds, meteringVolumeNeeds, backupVolumeNeeds, ...(dedicated > 0 ? [] : [userClusterMlaVolumeNeeds])];
    const fixed = others.reduce((sum, needs) => sum + countOf(read.optionalRule(needs, cluster) ?? []), 0);
    const etcd = countOf(read.rule(etcdVolumeNeeds, cluster));
    const each = read.fact(etcdVolumes).count;
    const busy = workers - dedicated - figureOf(read)(spareWorkers);
    const limit = busy * limits.perMachine;
    return {
      id: `ceiling.volumes-of-workers[${cluster}]`,
      cluster,
      title: "Volumes on the planned workers",
      used: etcd + fixed,
      limit,
      unit: "volumes",
      maxUserClusters: Math.max(0, Math.floor((limit - fixed) / each)),
      raisedBy: "another worker",
      from: read.cell,
      why: `${formatCount(busy, "worker")} of ${clusterName(read, cluster)} beside the spare one carry ${limits.perMachine} volumes each by their storage driver, and a user cluster keeps ${each} for its etcd; another worker raises this limit.`,
    };
  },
});
