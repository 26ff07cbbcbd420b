import { monitoring } from "../../answers/chapters/monitoring.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { ingesterVolume, productRetention } from "../../facts/monitoring-load.ts";
import { meteringVolume, mlaVolumes, userClusterMlaVolumes, userClusterMlaStore, type Volumes } from "../../facts/storage.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { StorageClassNeed, VolumeNeed } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { clusterName } from "../basics/platform.ts";
import { cortexPods, ingesterVolumeSize } from "../monitoring/cortex-pods.ts";
import { monitoringLoad } from "../monitoring/expected-load.ts";
import { isSeed, NO_SEED, row, volumeId } from "./volumes.ts";

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
    const own = read.answer(plan.retention) === "own";
    const [prometheus, alertmanager, loki] = read.fact(mlaVolumes);
    const name = clusterName(read, cluster);
    const storageClass = mlaClass(read);
    const kept = (at: number, what: "metrics" | "logs", volumes: Volumes, words: string): VolumeNeed =>
      read.forRow(volumeId(`mla-${at}`, cluster), () => {
        const product = read.fact(productRetention)[what];
        const days = own ? read.answer(what === "metrics" ? plan.metricsDays : plan.logsDays) : product;
        return row(read, cluster, `mla-${at}`, grown(volumes, days, product), storageClass, `Without it a pod that starts anew has no ${words} of ${name}; it holds those of ${formatCount(days, "day")}${days === product ? "" : `, and the chart asks for ${formatFigure(volumes.size)} GiB for ${formatCount(product, "day")}`}.`);
      });
    return [
      kept(0, "metrics", prometheus, "metrics"),
      row(read, cluster, "mla-1", alertmanager, storageClass, `Alertmanager of ${name} notes on it which alerts it has sent and which are silenced.`),
      kept(2, "logs", loki, "logs"),
    ];
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
    // Which row is that of the store or of the ingesters is no ground of the others.
    const [store, ingesters] = read.aside(() => [read.fact(userClusterMlaStore).title, load && read.fact(ingesterVolume).title] as const);
    const name = clusterName(read, cluster);
    const ofIngesters = (volumes: Volumes): Volumes => {
      read.fact(ingesterVolume);
      const count = read.rule(cortexPods, cluster).find(({ part }) => part === "ingester")?.replicas ?? volumes.count;
      return { ...volumes, count, size: read.rule(ingesterVolumeSize, cluster) };
    };
    const ofStore = (volumes: Volumes, storage: number): Volumes => {
      read.fact(userClusterMlaStore);
      return { ...volumes, size: Math.max(volumes.size, storage) };
    };
    const storageClass = mlaClass(read);
    return read.fact(userClusterMlaVolumes).flatMap(({ keeps: [what, how], ...volumes }, at) => {
      if (volumes.title === store && outside) return [];
      const planned = (): Volumes => (!load ? volumes : volumes.title === ingesters ? ofIngesters(volumes) : volumes.title === store ? ofStore(volumes, load.storage) : volumes);
      const word = `user-cluster-mla-${at}`;
      return [row(read, cluster, word, read.forRow(volumeId(word, cluster), planned), storageClass, `${what} of user clusters of ${name} ${how}.`)];
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
