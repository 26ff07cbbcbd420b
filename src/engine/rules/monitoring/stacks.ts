import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { project } from "../../answers/chapters/project.ts";
import { logShipper, mlaComponents, stackVersions, userClusterMlaComponents, type StackComponent } from "../../facts/monitoring.ts";
import { dnsNames } from "../../facts/dns.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { bucketExpiry, ingesterVolume } from "../../facts/monitoring-load.ts";
import { userClusterMlaStore } from "../../facts/storage.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { MonitoringComponent } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { clusterName, releaseIn, seedDomain } from "../basics/platform.ts";
import { ownInterfaces } from "../certificates/interfaces.ts";
import { mlaVolumeNeeds, userClusterMlaVolumeNeeds } from "../storage/mla-volumes.ts";

/** "2 replicas, keeps 15 days, 2 × 100 GiB, version 2.51.1". */
function detailOf({ replicas, retention, storage }: StackComponent, version: string | undefined): string {
  const count = replicas === "each node" ? "one on each node" : replicas === 1 ? "1 replica" : `${replicas} replicas`;
  const kept = retention === undefined ? [] : [`keeps ${retention}`];
  return [count, ...kept, storage === "none" ? "no volume" : storage, ...(version === undefined ? [] : [`version ${version}`])].join(", ");
}

/** Version of a component, where a fact names one. */
function versionOf(read: Reader, stack: MonitoringComponent["stack"], component: string): string | undefined {
  const { id } = releaseIn(read);
  const naming = stackVersions[stack].find((versions) => read.aside(() => read.fact(versions))[component] !== undefined);
  return naming && read.fact(naming)[component]?.[id];
}

/** The MLA stack of a master or Seed; the master's interfaces are the ones of the platform, those of a Seed apart stand below the Seed. */
export const mlaStack = rule<readonly MonitoringComponent[]>({
  id: "monitoring.master-and-seed",
  title: "MLA stack of the cluster",
  per: "cluster",
  sources: ["kkp.mla-seed"],
  derive: (read, cluster) => {
    if (!read.answer(monitoring.plan.mla)) return read.notApplicable("Master and Seed MLA is not installed.");
    const apart = read.answer(infrastructure.cluster.role, cluster) === "seed";
    const exposed: readonly string[] = apart ? read.rule(ownInterfaces, cluster) : read.answer(monitoring.plan.platformUis);
    const hostOf = (ui: string) => (apart ? `${read.fact(dnsNames.seedMonitoring)}${ui}.${read.rule(seedDomain, cluster)}` : `${ui}.${read.answer(project.plan.domain)}`);
    const { plan } = observability;
    const own: Readonly<Record<string, () => number>> =
      read.answer(plan.retention) === "own" ? { prometheus: () => read.answer(plan.metricsDays), loki: () => read.answer(plan.logsDays) } : {};
    const volumes = read.rule(mlaVolumeNeeds, cluster);
    const asPlanned = (component: StackComponent): StackComponent => {
      const days = own[component.id]?.();
      const volume = volumes.find(({ title }) => title === component.title);
      return days === undefined || !volume ? component : { ...component, retention: formatCount(days, "day"), storage: `${volume.count} × ${formatFigure(volume.size)} GiB` };
    };
    const shipper = (): StackComponent => ({ id: "log-shipper", title: read.fact(logShipper)[releaseIn(read).id], replicas: "each node", storage: "none", why: "Sends the logs of every pod to Loki." });
    const rowOf = (component: StackComponent): MonitoringComponent => ({
      id: `monitoring.mla.${component.id}[${cluster}]`,
      cluster,
      stack: "master-and-seed",
      title: component.title,
      detail: detailOf(asPlanned(component), versionOf(read, "master-and-seed", component.id)),
      ...(exposed.includes(component.id) ? { host: hostOf(component.id) } : {}),
      from: read.cell,
      why: `${component.why} Runs on ${clusterName(read, cluster)}.`,
    });
    const charted = read.aside(() => read.fact(mlaComponents)).map((component) => ({ id: component.id, found: () => (read.fact(mlaComponents), component) }));
    return [...charted, { id: "log-shipper", found: shipper }].map(({ id, found }) => read.forRow(`monitoring.mla.${id}[${cluster}]`, () => rowOf(found())));
  },
});

/** Retention and volume of the components that keep what user clusters send, by the stated load. */
function stated(read: Reader, cluster: string): (component: StackComponent) => StackComponent {
  const kept = read.answer(observability.plan.userRetention);
  const expires = () => kept + read.fact(bucketExpiry);
  const volumeOf = (of: string) => read.rule(userClusterMlaVolumeNeeds, cluster).find(({ title }) => title === of);
  return (component) => {
    const ingesters = component.id === "cortex" ? volumeOf(read.fact(ingesterVolume).title) : undefined;
    if (ingesters) return { ...component, replicas: ingesters.count, retention: `${formatCount(kept, "day")}, deleted after ${expires()}`, storage: component.storage.replace(/^\d+ × \d+ GiB/, `${ingesters.count} × ${formatFigure(ingesters.size)} GiB`) };
    if (component.retention === undefined) return component;
    if (component.id !== "minio") return { ...component, retention: `${formatCount(kept, "day")}, deleted after ${expires()}` };
    const store = volumeOf(read.fact(userClusterMlaStore).title);
    return { ...component, retention: formatCount(expires(), "day"), ...(store ? { storage: `${store.count} × ${formatFigure(store.size)} GiB` } : {}) };
  };
}

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
    const { plan } = observability;
    const outside = read.answer(plan.objectStore) === "s3";
    const asPlanned = read.answer(plan.expectedLoad) === "minimum" ? (component: StackComponent) => component : stated(read, cluster);
    const rowOf = (component: StackComponent): MonitoringComponent => ({
      id: `monitoring.user-cluster-mla.${component.id}[${cluster}]`,
      cluster,
      stack: "user-cluster",
      title: component.title,
      detail: detailOf(asPlanned(component), versionOf(read, "user-cluster", component.id)),
      ...(exposed.includes(component.id) ? { host: `${component.id}.${domain}` } : {}),
      from: read.cell,
      why: `${component.why} Runs on ${clusterName(read, cluster)}.`,
    });
    return read.fact(userClusterMlaComponents).filter(({ id }) => !outside || id !== "minio").map((component) => read.forRow(`monitoring.user-cluster-mla.${component.id}[${cluster}]`, () => rowOf(component)));
  },
});
