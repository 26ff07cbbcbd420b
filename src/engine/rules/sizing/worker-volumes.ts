import { spareWorkers } from "../../facts/sizing/machines.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName } from "../basics/platform.ts";
import { clusterLoad } from "./cluster-load.ts";
import { figureOf } from "./figures.ts";
import { volumeCounts } from "./volume-counts.ts";
import { clusterSizing } from "./workers.ts";

/** Volumes of a Seed against what its planned workers carry, one of them to spare; those of workers for the MLA alone are left out with what stands on them. */
export const workerVolumeCeiling = rule<Ceiling>({
  id: "sizing.volumes-of-workers",
  title: "Volumes that the planned workers carry",
  per: "cluster",
  sources: ["kkp.cluster-requirements"],
  derive: (read, cluster) => {
    const { userClusters } = read.rule(clusterLoad, cluster);
    if (!userClusters) return read.notApplicable("User clusters live in Seeds only.");
    const { workers, dedicated = 0 } = read.rule(clusterSizing, cluster);
    const counts = volumeCounts(read, cluster, dedicated > 0);
    if (!counts) return read.notApplicable("No limit of volumes for each machine is known of this storage driver.");
    const { perMachine, etcd, each, others } = counts;
    const busy = workers - dedicated - figureOf(read)(spareWorkers);
    const limit = busy * perMachine;
    return {
      id: `ceiling.volumes-of-workers[${cluster}]`,
      cluster,
      title: "Volumes on the planned workers",
      used: etcd + others,
      limit,
      unit: "volumes",
      maxUserClusters: Math.max(0, Math.floor((limit - others) / each)),
      raisedBy: "another worker",
      from: read.cell,
      why: `${formatCount(busy, "worker")} of ${clusterName(read, cluster)} beside the spare one carry ${perMachine} volumes each by their storage driver, and a user cluster keeps ${each} for its etcd; another worker raises this limit.`,
    };
  },
});
