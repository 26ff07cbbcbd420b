import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { cortexCapacity, cortexReplicas, ingesterVolume } from "../../facts/monitoring-load.ts";
import { userClusterMlaVolumes } from "../../facts/storage.ts";
import { rule } from "../../kernel/rule.ts";
import { figureOf } from "../sizing/figures.ts";
import { plannedOf } from "../sizing/machines.ts";
import { monitoringLoad } from "./expected-load.ts";

const MILLION = 1_000_000;
const MINUTES = 1440;

/** Pods of one part of Cortex that share its load. */
export interface CortexPart {
  readonly part: "ingester" | "distributor";
  readonly title: string;
  readonly of: "memory" | "cpu";
  /** How many the charts run. */
  readonly charted: number;
  /** How many it takes so that each fits on a worker. */
  readonly replicas: number;
  /** What all of them need together: MiB or milli-CPU. */
  readonly total: number;
  /** What each of so many needs, rounded up. */
  readonly each: number;
  /** What of a worker is planned for. */
  readonly offered: number;
}

/** Parts of Cortex that grow with the stated load, in as many pods as let each fit on a worker. */
export const cortexPods = rule<readonly CortexPart[]>({
  id: "monitoring.cortex-pods",
  title: "Pods of Cortex",
  per: "cluster",
  sources: ["cortex.capacity", "kkp.mla-user-cluster"],
  derive: (read, cluster) => {
    const { memory, cpu } = read.rule(monitoringLoad, cluster);
    const machine = { vcpu: read.answer(infrastructure.cluster.workerCpu, cluster), memory: read.answer(infrastructure.cluster.workerMemory, cluster) };
    const { planned } = plannedOf(machine, figureOf(read));
    const charts = read.fact(cortexReplicas);
    const part = (name: CortexPart["part"], title: string, of: CortexPart["of"], total: number): CortexPart => {
      const offered = Math.floor(planned[of]);
      const replicas = offered <= 0 ? charts[name] : Math.max(charts[name], Math.ceil(total / offered));
      return { part: name, title, of, charted: charts[name], replicas, total, each: Math.ceil(total / replicas), offered };
    };
    return [part("ingester", "ingesters", "memory", memory), part("distributor", "distributors", "cpu", cpu)];
  },
});

/** GiB of an ingester's volume for the stated load. */
export const ingesterVolumeSize = rule<number>({
  id: "monitoring.ingester-volume",
  title: "Volume of an ingester",
  per: "cluster",
  sources: ["cortex.capacity", "kkp.mla-user-cluster"],
  derive: (read, cluster) => {
    const { series } = read.rule(monitoringLoad, cluster);
    const { replicas: copies, storageGiB, ingesterGiB } = read.fact(cortexCapacity);
    const { title, minutes, times } = read.fact(ingesterVolume);
    const least = read.fact(userClusterMlaVolumes).find((volumes) => volumes.title === title)?.size ?? 0;
    const ingesters = read.rule(cortexPods, cluster).find(({ part }) => part === "ingester");
    if (!ingesters) return least;
    // Where they are more than the charts run, each may grow until its worker is full; the volume must hold that as well.
    const { replicas, charted, offered } = ingesters;
    const [held, perMillion] = replicas > charted ? [offered, ingesterGiB * 1024] : [series * copies, MILLION * charted];
    return Math.max(least, Math.ceil((held * storageGiB * minutes * times) / (perMillion * MINUTES)));
  },
});
