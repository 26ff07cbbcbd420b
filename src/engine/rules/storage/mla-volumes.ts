import { monitoring } from "../../answers/chapters/monitoring.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { ingesterVolume, productRetention } from "../../facts/monitoring-load.ts";
import { meteringVolume, mlaVolumes, userClusterMlaVolumes, userClusterMlaStore, type Volumes } from "../../facts/storage.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { StorageClassNeed, VolumeNeed } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName } from "../basics/platform.ts";
import { cortexPods, ingesterVolumeSize } from "../monitoring/cortex-pods.ts";
import { monitoringLoad } from "../monitoring/expected-load.ts";
import { isSeed, NO_SEED, row } from "./volumes.ts";

/** Class of the MLA volumes: that of etcd, or one apart from it. */
export const mlaClass = (read: Reader): StorageClassNeed["name"] => (read.answer(observability.plan.storage) === "own" ? "kubermatic-mla" : "kubermatic-fast");

/** A volume grown with the days it must hold; never below what the chart asks for. */
function grown(volumes: Volumes, days: number, product: number): Volumes {
  return { ...volumes, size: Math.max(volumes.size, Math.ceil((volumes.size * days) / product)) };
}

/** Volumes of the MLA stack of master or Seed. */
export const mlaVolumeNeeds = rule<readonly VolumeNeed[]>({
  id: "storage.volumes.mla",
  title: "Volumes of the MLA stack",
  per: "cluster",
  sources: ["kkp.mla-seed"],
  derive: (read, cluster) => {
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Master and Seed MLA is not installed.");
    const { plan } = observability;
    const product = read.fact(productRetention);
    const own = read.answer(plan.retention) === "own";
    const days = own ? { metrics: read.answer(plan.metricsDays), logs: read.answer(plan.logsDays) } : product;
    const [prometheus, alertmanager, loki] = read.fact(mlaVolumes);
    const name = clusterName(read, cluster);
    const storageClass = mlaClass(read);
    const kept = [
      [grown(prometheus, days.metrics, product.metrics), `Metrics of ${name} stay there for ${formatCount(days.metrics, "day")}.`],
      [alertmanager, `Alertmanager of ${name} notes on it which alerts it has sent and which are silenced.`],
      [grown(loki, days.logs, product.logs), `Logs of ${name} stay there for ${formatCount(days.logs, "day")}.`],
    ] as const;
    return kept.map(([volumes, why], at) => row(read, cluster, `mla-${at}`, volumes, storageClass, why));
  },
});

/** Volumes of the user-cluster MLA stack of a Seed. */
export const userClusterMlaVolumeNeeds = rule<readonly VolumeNeed[]>({
  id: "storage.volumes.user-cluster-mla",
  title: "Volumes of the user-cluster MLA stack",
  per: "cluster",
  sources: ["kkp.mla-user-cluster"],
  derive: (read, cluster) => {
    if (!isSeed(read, cluster)) return read.notApplicable(NO_SEED);
    if (!read.answer(monitoring.plan.userClusterMla)) return read.notApplicable("User-cluster MLA is not installed.");
    const outside = read.answer(observability.plan.objectStore) === "s3";
    const load = read.optionalRule(monitoringLoad, cluster);
    const store = read.fact(userClusterMlaStore);
    const name = clusterName(read, cluster);
    return read.fact(userClusterMlaVolumes).flatMap(({ keeps: [what, how], ...volumes }, at) => {
      const isStore = volumes.title === store.title;
      if (isStore && outside) return [];
      if (load && volumes.title === read.fact(ingesterVolume).title) {
        const count = read.rule(cortexPods, cluster).find(({ part }) => part === "ingester")?.replicas ?? volumes.count;
        return [row(read, cluster, `user-cluster-mla-${at}`, { ...volumes, count, size: read.rule(ingesterVolumeSize, cluster) }, mlaClass(read), `${what} of user clusters of ${name} ${how}.`)];
      }
      const size = isStore && load ? Math.max(volumes.size, load.storage) : volumes.size;
      return [row(read, cluster, `user-cluster-mla-${at}`, { ...volumes, size }, mlaClass(read), `${what} of user clusters of ${name} ${how}.`)];
    });
  },
});

/** Volume of metering on a Seed. */
export const meteringVolumeNeeds = rule<readonly VolumeNeed[]>({
  id: "storage.volumes.metering",
  title: "Volume of metering",
  per: "cluster",
  sources: ["kkp.code.seed-defaults"],
  derive: (read, cluster) => {
    if (!isSeed(read, cluster)) return read.notApplicable(NO_SEED);
    if (!read.answer(sizing.plan.seedExtras).includes("metering")) return read.notApplicable("Metering is not installed.");
    return [row(read, cluster, "metering", read.fact(meteringVolume), "kubermatic-fast", `Metering of ${clusterName(read, cluster)} keeps 90 days of usage for its reports.`)];
  },
});
