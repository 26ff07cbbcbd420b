import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { minimumWorkers, podsPerNode, spareWorkers } from "../../facts/sizing/machines.ts";
import type { Requests } from "../../facts/sizing/requests.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { ClusterSizing } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { capital, listed } from "../../values/sentence.ts";
import { clusterName, wordsOf } from "../basics/platform.ts";
import { clusterLoad, loadsInDoubt, partsInDoubt } from "./cluster-load.ts";
import { figureIn } from "./figures.ts";
import type { Figure, LoadInput } from "./load-parts.ts";
import { baseOf, loadOf, perUserCluster, totalOf, withoutMla } from "./load.ts";
import { carriesNothing, clustersCarried, workersFor, type Machine, type Volumes } from "./machines.ts";
import { roomFor, volumeCounts } from "./volume-counts.ts";

/** Worker machines of a platform cluster with the whole arithmetic. */
export const clusterSizing = rule<ClusterSizing>({
  id: "sizing.workers",
  title: "Worker machines",
  per: "cluster",
  sources: ["kkp.cluster-requirements"],
  derive: (read, cluster) => {
    const input = read.rule(clusterLoad, cluster);
    const figure = figureIn(read, cluster);
    const lines = loadOf(input, figure);
    const total = totalOf(lines);
    const machine = machineOf(read, cluster);
    if (carriesNothing(machine, figure)) return read.notApplicable(`Workers of ${clusterName(read, cluster)} keep all they have for themselves; no number of them carries the load.`);
    const { carriedHere, own: { arithmetic, ...result }, mla, volumes } = workersBy(read, cluster, input, machine, figure);
    const room = roomFor(volumes, (input.userClusters?.medium ?? 0) + (input.userClusters?.large ?? 0));
    const carriedBy = (workers: number, of: LoadInput) => clustersCarried(workers, machine, baseOf(of, figure), perUserCluster(of, figure), figure, room);
    const apart = mla && input.expectedLoad ? clustersCarried(mla.workers, machine, less(baseOf(input, figure), baseOf(carriedHere, figure)), less(perUserCluster(input, figure), perUserCluster(carriedHere, figure)), figure) : undefined;
    const most = Math.min(carriedBy(result.workers, carriedHere), apart ?? Number.POSITIVE_INFINITY);
    const steps = mla ? [...arithmetic, `Apart from them, for the MLA stacks: ${mla.arithmetic.slice(1).join(" ")} ${result.workers} + ${mla.workers} = ${result.workers + mla.workers} workers.`] : arithmetic;
    const name = clusterName(read, cluster);
    const counts = { medium: 0, large: 0, ...input.userClusters };
    const carried = input.userClusters ? ` with ${wordsOf({ small: 0, ...counts })}` : "";
    const others = counts.medium + counts.large === 0 ? "" : ` beside the ${counts.medium} medium and ${counts.large} large ones`;
    return {
      id: `sizing.workers[${cluster}]`,
      cluster,
      lines,
      ...total,
      ...result,
      ...(mla ? { workers: result.workers + mla.workers, dedicated: mla.workers } : {}),
      arithmetic: input.userClusters ? [...steps, `${apart === undefined || !mla ? result.workers : result.workers + mla.workers} workers${mla && apart === undefined ? " beside those of the MLA stacks" : ""} carry up to ${formatCount(most, "small user cluster")}${others}.`] : steps,
      from: read.cell,
      why: (result.decidedBy ? together(result.decidedBy) : WHY[result.boundBy])(`${name}${carried}`, `machines of ${machine.vcpu} vCPU and ${machine.memory} GiB`, figure, volumes?.perMachine ?? 0),
    };
  },
});

/** One worker of a platform cluster. */
const machineOf = (read: Reader, cluster: string): Machine => ({ vcpu: read.answer(infrastructure.cluster.workerCpu, cluster), memory: read.answer(infrastructure.cluster.workerMemory, cluster) });

/** Workers for a load: those for everything, or those without the MLA stacks and those for them where these stand apart. */
function workersBy(read: Reader, cluster: string, input: LoadInput, machine: Machine, figure: Figure) {
  const zones = read.answer(sizing.cluster.zones, cluster);
  const apart = (input.mla === true || input.userClusterMla === true) && read.answer(observability.plan.nodes) === "dedicated";
  const carriedHere = apart ? withoutMla(input) : input;
  const own = totalOf(loadOf(carriedHere, figure));
  const volumes = volumeCounts(read, cluster, apart);
  const onEach = (count: number): Volumes | undefined => volumes && { count, perMachine: volumes.perMachine };
  return {
    carriedHere,
    volumes,
    own: workersFor(own, machine, figure, zones, onEach((volumes?.etcd ?? 0) + (volumes?.others ?? 0))),
    mla: apart ? workersFor(less(totalOf(loadOf(input, figure)), own), machine, figure, zones, onEach(volumes?.apart ?? 0)) : undefined,
  };
}

/** What workers of a platform cluster carry that the MLA stacks do not have for themselves, and whether these stand apart. */
export function loadBesideMla(read: Reader, cluster: string): { readonly load: Requests; readonly apart: boolean } {
  const { carriedHere, mla } = workersBy(read, cluster, read.rule(clusterLoad, cluster), machineOf(read, cluster), figureIn(read, cluster));
  return { load: totalOf(loadOf(carriedHere, figureIn(read, cluster))), apart: mla !== undefined };
}

const less = (all: Requests, part: Requests): Requests => ({ cpu: all.cpu - part.cpu, memory: all.memory - part.memory, pods: all.pods - part.pods });

/** What decides the number of workers, and what would therefore not lower it. */
const WHY: Readonly<Record<ClusterSizing["boundBy"], (cluster: string, machines: string, figure: Figure, volumesOnEach: number) => string>> = {
  cpu: (cluster, machines) => `CPU decides with ${machines}: more memory for each would save no worker of ${cluster}.`,
  memory: (cluster, machines) => `Memory decides with ${machines}: more vCPU for each would save no worker of ${cluster}.`,
  pods: (cluster, machines, figure) => `Pods decide with ${machines}: a node runs ${figure(podsPerNode)} at most, so larger machines would save no worker of ${cluster}.`,
  volumes: (cluster, machines, _figure, most) => `Volumes decide with ${machines}: the storage driver lets a machine carry ${most} at most, so larger ones would save no worker of ${cluster}.`,
  minimum: (cluster, machines, figure) => `Fewer ${machines} would carry the load of ${cluster}; ${figure(minimumWorkers)} are the least, so that replicas stand on different machines${figure(spareWorkers) === 0 ? "" : `, and ${figure(spareWorkers)} on top may fail or be replaced`}.`,
};

const NAMES = { cpu: "CPU", memory: "memory", pods: "pods", volumes: "volumes" } as const;

/** The same where several of them ask for as many machines, so that none of them alone decides. */
const together = (keys: NonNullable<ClusterSizing["decidedBy"]>): (typeof WHY)["cpu"] => (cluster, machines, figure, volumesOnEach) => {
  const names = keys.map((key) => NAMES[key]);
  const most = [...(keys.includes("pods") ? [`a node runs ${figure(podsPerNode)} pods at most`] : []), ...(keys.includes("volumes") ? [`a machine carries ${volumesOnEach} volumes at most`] : [])];
  return `${capital(listed(names))} decide together with ${machines}:${most.length === 0 ? " more of one alone" : ` ${listed(most)}, so larger machines`} would save no worker of ${cluster}.`;
};

/** Workers of a platform cluster as its steps need them: all, and those of them that carry the MLA stacks alone. */
export interface WorkerCounts {
  readonly workers: number;
  readonly dedicated: number;
}

/** The same for one load; undefined where no number of machines carries it. */
function countsFor(read: Reader, cluster: string, input: LoadInput): WorkerCounts | undefined {
  const [machine, figure] = [machineOf(read, cluster), figureIn(read, cluster)];
  if (carriesNothing(machine, figure)) return undefined;
  const { own, mla } = workersBy(read, cluster, input, machine, figure);
  return { workers: own.workers + (mla?.workers ?? 0), dedicated: mla?.workers ?? 0 };
}

/** Numbers of workers. While answers are missing that bring a part or leave it out, they are known where none of these parts makes a difference to them. */
export const workerCounts = rule<WorkerCounts>({
  id: "sizing.worker-counts",
  title: "Numbers of workers",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const [least, most] = partsInDoubt(read, cluster) ? loadsInDoubt(read, cluster).map((load) => countsFor(read, cluster, load)) : [];
    if (most && most.workers === least?.workers && most.dedicated === least.dedicated) return most;
    const { workers, dedicated = 0 } = read.rule(clusterSizing, cluster);
    return { workers, dedicated };
  },
});

/** Number of worker machines of a platform cluster; its leases and machines follow from it. */
export const workersOf = rule<number>({
  id: "sizing.number-of-workers",
  title: "Number of workers",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => read.rule(workerCounts, cluster).workers,
});

/** Workers of a platform cluster that are still to be made: those that somebody has built already, or lets it grow to, are there. */
export const workersToCome = rule<number>({
  id: "sizing.workers-to-come",
  title: "Workers to be made",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const there = read.answer(infrastructure.cluster.provisioning, cluster) === "existing" ? read.answer(versions.cluster.workersThere, cluster) : 0;
    return Math.max(0, read.rule(clusterSizing, cluster).workers - there);
  },
});

/** Groups in which the workers of a platform cluster are made and replaced: one in each zone, and as many for the MLA stacks where these have workers of their own. */
export const workerGroups = rule<number>({
  id: "sizing.worker-groups",
  title: "Groups of workers",
  per: "cluster",
  sources: ["kubeone.machine-deployments"],
  derive: (read, cluster) => read.answer(sizing.cluster.zones, cluster) * (read.rule(workerCounts, cluster).dedicated > 0 ? 2 : 1),
});
