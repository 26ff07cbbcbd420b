import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { bucketExpiry, deadKeys, productRetention } from "../../facts/monitoring-load.ts";
import { userClusterMlaStore } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Setting, VolumeNeed } from "../../plan/plan.ts";
import { formatFigure } from "../../values/figures.ts";
import { clusterName } from "../basics/platform.ts";
import { mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "../storage/mla-volumes.ts";
import { helmValues, setting } from "./setting.ts";

const sizeOf = (volumes: readonly VolumeNeed[], title: string): string => `${formatFigure(volumes.find((volume) => volume.title === title)?.size ?? 0)}Gi`;

/** Retention and volumes of the stack of a master or Seed, where they are not those of the product. */
export const mlaSettings = rule<readonly Setting[]>({
  id: "settings.monitoring-mla",
  title: "Fields of the MLA stack",
  per: "cluster",
  sources: ["kkp.code.monitoring-values", "kkp.code.loki-values"],
  derive: (read, cluster) => {
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Master and Seed MLA is not installed.");
    const { plan } = observability;
    const ownClass = read.answer(plan.storage) === "own";
    const ownDays = read.answer(plan.retention) === "own";
    if (!ownClass && !ownDays) return read.notApplicable("The charts keep their own times and sizes.");
    const volumes = read.rule(mlaVolumeNeeds, cluster);
    const rows = rowsFor(read, `the MLA stack on ${clusterName(read, cluster)}`, cluster);
    const { loki, documented } = read.fact(deadKeys);
    const days = ownDays ? { metrics: read.answer(plan.metricsDays), logs: read.answer(plan.logsDays) } : read.fact(productRetention);
    return [
      ...(ownDays
        ? [
            rows("metrics-time", "prometheus.tsdb.retentionTime", `${days.metrics}d`, "Prometheus deletes older blocks by it."),
            rows("metrics-size", "prometheus.storageSize", sizeOf(volumes, "Prometheus"), "The volume grows in proportion to the time, and each replica has one."),
            rows("logs-time", "loki.loki.limits_config.retention_period", `${days.logs * 24}h`, "Loki counts in hours."),
            rows("logs-size", loki, sizeOf(volumes, "Loki"), `The documentation writes ${documented}, which the chart does not read.`),
          ]
        : []),
      ...(ownClass ? ["prometheus.storageClass", "alertmanager.persistence.storageClass", loki.replace(/size$/, "storageClass")].map((field) => rows(`class-${field.split(".")[0] ?? ""}`, field, "kubermatic-mla", "The chart would take kubermatic-fast, beside etcd.")) : []),
    ];
  },
});

/** Expiry and volumes of the stack for user clusters, where they are not those of the product. */
export const userClusterMlaSettings = rule<readonly Setting[]>({
  id: "settings.monitoring-user-clusters",
  title: "Fields of the user-cluster MLA stack",
  per: "cluster",
  sources: ["kkp.code.mla-values", "kkp.mla-user-cluster"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    if (!read.answer(monitoring.plan.userClusterMla)) return read.notApplicable("User-cluster MLA is not installed.");
    const { plan } = observability;
    if (read.answer(plan.expectedLoad) === "minimum" || read.answer(plan.objectStore) === "s3") return read.notApplicable("The charts keep their own times and sizes.");
    const rows = rowsFor(read, `the user-cluster MLA on ${clusterName(read, cluster)}`, cluster);
    const days = read.answer(plan.userRetention) + read.fact(bucketExpiry);
    const volumes = read.rule(userClusterMlaVolumeNeeds, cluster);
    return [
      rows("expiry", "lifecycleMgr.buckets[cortex, loki].expirationDays", String(days), "One day after the retention; the look-back of queries that the documentation names is not set in the charts, so that only this deletes anything."),
      rows("store", "minio.persistence.size", sizeOf(volumes, read.fact(userClusterMlaStore).title), "Blocks of Cortex and Loki of the stated load lie there until they expire."),
    ];
  },
});

const rowsFor = (read: Reader, chart: string, cluster: string) => (word: string, field: string, value: string, why: string) =>
  setting(read, { topic: "monitoring", object: helmValues(chart), id: `monitoring.${word}[${cluster}]`, field, value, why });
