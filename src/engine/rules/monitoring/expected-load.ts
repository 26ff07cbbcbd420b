import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { bucketExpiry, cortexCapacity, expectedLoad } from "../../facts/monitoring-load.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { MonitoringLoad } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { clusterName, userClustersOf } from "../basics/platform.ts";

const MILLION = 1_000_000;

/** What Cortex needs for the metrics of one user cluster: milli-CPU of distributors and MiB of ingesters, not rounded. */
export function loadOfOne(read: Reader): { readonly cpu: number; readonly memory: number } {
  const { plan } = observability;
  const { samplesPerCore, replicas, ingesterGiB } = read.fact(cortexCapacity);
  const series = read.answer(plan.series);
  return { cpu: (series * 1000) / (read.answer(plan.scrapeInterval) * samplesPerCore), memory: (series * replicas * ingesterGiB * 1024) / MILLION };
}

/** What the user clusters of a Seed send, and what Cortex and Loki need for it; the arithmetic line by line. */
export const monitoringLoad = rule<MonitoringLoad>({
  id: "monitoring.load",
  title: "Load of the user-cluster MLA",
  per: "cluster",
  sources: ["cortex.capacity"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    if (!read.answer(monitoring.plan.userClusterMla)) return read.notApplicable("User-cluster MLA is not installed.");
    const { plan } = observability;
    if (read.answer(plan.expectedLoad) === "minimum") return read.notApplicable("The documented minimum stands for the load.");
    read.fact(expectedLoad);
    const capacity = read.fact(cortexCapacity);
    const clusters = read.rule(userClustersOf, cluster);
    const perCluster = read.answer(plan.series);
    const interval = read.answer(plan.scrapeInterval);
    const days = read.answer(plan.userRetention) + read.fact(bucketExpiry);
    const perDay = read.answer(plan.logs);
    const series = clusters * perCluster;
    const samples = Math.ceil(series / interval);
    // Whole numbers are divided once, at the end: a quotient that is whole stays whole, and nothing is rounded up from it.
    const memory = Math.ceil((series * capacity.replicas * capacity.ingesterGiB * 1024) / MILLION);
    const cpu = Math.ceil((samples * 1000) / capacity.samplesPerCore);
    const metrics = Math.ceil((series * capacity.storageGiB * days) / MILLION);
    const logs = clusters * perDay * days;
    return {
      id: `monitoring.load[${cluster}]`,
      cluster,
      series,
      samples,
      memory,
      cpu,
      storage: metrics + logs,
      arithmetic: [
        `${formatCount(clusters, "user cluster")} × ${formatFigure(perCluster)} series = ${formatFigure(series)} series; every ${interval} seconds a sample: ${formatFigure(samples)} samples a second.`,
        `Ingesters: ${formatFigure(series)} ÷ 1,000,000 × ${capacity.replicas} replicas × ${capacity.ingesterGiB} GiB = ${formatFigure(memory)} MiB.`,
        `Distributors: ${formatFigure(samples)} samples a second ÷ ${formatFigure(capacity.samplesPerCore)} for a core = ${formatFigure(cpu)} m.`,
        `Metrics: ${formatFigure(series)} ÷ 1,000,000 × ${capacity.storageGiB} GiB × ${days} days = at most ${formatFigure(metrics)} GiB.`,
        `Logs: ${formatCount(clusters, "user cluster")} × ${formatFigure(perDay)} GiB × ${days} days = ${formatFigure(logs)} GiB.`,
      ],
      from: read.cell,
      why: `Added to the documented minimum of the stack on ${clusterName(read, cluster)}; storage is counted for ${days} days, because objects expire one day after the retention.`,
    };
  },
});
