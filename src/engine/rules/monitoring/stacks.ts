import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { project } from "../../answers/chapters/project.ts";
import { logShipper, mlaComponents, userClusterMlaComponents, type StackComponent } from "../../facts/monitoring.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { rule } from "../../kernel/rule.ts";
import type { MonitoringComponent } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { clusterName, releaseRecord, seedDomain } from "../basics/platform.ts";
import { mlaVolumeNeeds } from "../storage/mla-volumes.ts";

/** "2 replicas, keeps 15 days, 2 × 100 GiB". */
function detailOf({ replicas, retention, storage }: StackComponent): string {
  const count = replicas === "each node" ? "one on each node" : replicas === 1 ? "1 replica" : `${replicas} replicas`;
  const kept = retention === undefined ? [] : [`keeps ${retention}`];
  return [count, ...kept, storage === "none" ? "no volume" : storage].join(", ");
}

/** The MLA stack of a master or Seed; the master's interfaces are the ones of the platform. */
export const mlaStack = rule<readonly MonitoringComponent[]>({
  id: "monitoring.master-and-seed",
  title: "MLA stack of the cluster",
  per: "cluster",
  sources: ["kkp.mla-seed"],
  derive: (read, cluster) => {
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Master and Seed MLA is not installed.");
    const exposed: readonly string[] = read.answer(infrastructure.cluster.role, cluster) === "seed" ? [] : read.answer(monitoring.plan.platformUis);
    const domain = exposed.length > 0 ? read.answer(project.plan.domain) : "";
    const { id: releaseId } = read.rule(releaseRecord);
    const { plan } = observability;
    const own: Readonly<Record<string, () => number>> =
      read.answer(plan.retention) === "own" ? { prometheus: () => read.answer(plan.metricsDays), loki: () => read.answer(plan.logsDays) } : {};
    const volumes = read.rule(mlaVolumeNeeds, cluster);
    const asPlanned = (component: StackComponent): StackComponent => {
      const days = own[component.id]?.();
      const volume = volumes.find(({ title }) => title === component.title);
      return days === undefined || !volume ? component : { ...component, retention: formatCount(days, "day"), storage: `${volume.count} × ${formatFigure(volume.size)} GiB` };
    };
    const shipper: StackComponent = {
      id: "log-shipper",
      title: read.fact(logShipper)[releaseId] ?? "Log shipper",
      replicas: "each node",
      storage: "none",
      why: "Sends the logs of every pod to Loki.",
    };
    return [...read.fact(mlaComponents), shipper].map((component) => ({
      id: `monitoring.mla.${component.id}[${cluster}]`,
      cluster,
      stack: "master-and-seed",
      title: component.title,
      detail: detailOf(asPlanned(component)),
      ...(exposed.includes(component.id) ? { host: `${component.id}.${domain}` } : {}),
      from: read.cell,
      why: `${component.why} Runs on ${clusterName(read, cluster)}.`,
    }));
  },
});

/** The user-cluster MLA stack of a Seed. */
export const userClusterMlaStack = rule<readonly MonitoringComponent[]>({
  id: "monitoring.user-cluster",
  title: "User-cluster MLA stack of the Seed",
  per: "cluster",
  sources: ["kkp.mla-user-cluster"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    if (!read.answer(monitoring.plan.userClusterMla)) return read.notApplicable("User-cluster MLA is not installed.");
    const exposed: readonly string[] = read.answer(monitoring.plan.seedUis);
    const domain = exposed.length > 0 ? read.rule(seedDomain, cluster) : "";
    const outside = read.answer(observability.plan.objectStore) === "s3";
    return read.fact(userClusterMlaComponents).filter(({ id }) => !outside || id !== "minio").map((component) => ({
      id: `monitoring.user-cluster-mla.${component.id}[${cluster}]`,
      cluster,
      stack: "user-cluster",
      title: component.title,
      detail: detailOf(component),
      ...(exposed.includes(component.id) ? { host: `${component.id}.${domain}` } : {}),
      from: read.cell,
      why: `${component.why} Runs on ${clusterName(read, cluster)}.`,
    }));
  },
});
