import { minimumWorkers, nodeReserve, podsPerNode, spareWorkers, usablePercent } from "../../facts/sizing/machines.ts";
import type { Requests } from "../../facts/sizing/requests.ts";
import type { ClusterSizing } from "../../plan/plan.ts";
import { formatFigure } from "../../values/figures.ts";
import type { Figure } from "./load-parts.ts";

/** One worker machine as people order it. */
export interface Machine {
  readonly vcpu: number;
  /** GiB. */
  readonly memory: number;
}

const MIB = 1024;

/** What of one worker machine is planned for: milli-CPU, MiB, pods; each whole. */
export function plannedOf(machine: Machine, figure: Figure): { readonly allocatable: Requests; readonly planned: Requests } {
  const reserve = figure(nodeReserve);
  const share = figure(usablePercent);
  const allocatable = {
    cpu: machine.vcpu * 1000 - reserve.cpu,
    memory: machine.memory * MIB - reserve.memory,
    pods: figure(podsPerNode),
  };
  const part = (value: number) => (value * share) / 100;
  return { allocatable, planned: { cpu: part(allocatable.cpu), memory: part(allocatable.memory), pods: part(allocatable.pods) } };
}

/** Whether a machine keeps all it has of something for itself, so that no number of them carries a load. */
export function carriesNothing(machine: Machine, figure: Figure): boolean {
  const { cpu, memory } = plannedOf(machine, figure).planned;
  return cpu <= 0 || memory <= 0;
}

/** Volumes that a cluster keeps, and how many of them its storage driver lets one machine carry. */
export interface Volumes {
  readonly count: number;
  readonly perMachine: number;
}

/**
 * Number of worker machines for a load, with the steps in words. The machine carries something.
 * @param zones Availability zones; the number is rounded up to a multiple of them.
 * @param volumes Absent where no limit of volumes for each machine is known.
 */
export function workersFor(
  load: Requests,
  machine: Machine,
  figure: Figure,
  zones = 1,
  volumes?: Volumes,
): Pick<ClusterSizing, "workers" | "arithmetic" | "boundBy" | "decidedBy"> {
  const { allocatable, planned } = plannedOf(machine, figure);
  const share = figure(usablePercent);
  const reserve = figure(nodeReserve);
  const atLeast = figure(minimumWorkers);
  const spare = figure(spareWorkers);
  const machinesFor = (key: keyof Requests) => Math.ceil(load[key] / planned[key]);
  const by = { cpu: machinesFor("cpu"), memory: machinesFor("memory"), pods: machinesFor("pods") };
  const forVolumes = volumes ? Math.ceil(volumes.count / volumes.perMachine) : 0;
  const all = { ...by, volumes: forVolumes };
  const most = Math.max(by.cpu, by.memory, by.pods, forVolumes);
  const deciding = most < atLeast ? [] : (["cpu", "memory", "pods", "volumes"] as const).filter((key) => all[key] === most);
  const boundBy = most < atLeast ? "minimum" : by.pods === most ? "pods" : by.cpu === most ? "cpu" : by.memory === most ? "memory" : "volumes";
  const needed = Math.max(most, atLeast) + spare;
  const workers = Math.ceil(needed / zones) * zones;
  const step = (name: string, key: keyof Requests, unit: string) =>
    `${name}: ${formatFigure(load[key])}${unit} ÷ (${formatFigure(allocatable[key])}${unit} × ${share} % = ${formatFigure(planned[key])}${unit}) gives ${formatFigure(by[key])}.`;
  return {
    workers,
    boundBy,
    ...(deciding.length > 1 ? { decidedBy: deciding } : {}),
    arithmetic: [
      `One worker of ${machine.vcpu} vCPU and ${machine.memory} GiB offers ${formatFigure(allocatable.cpu)} m and ${formatFigure(allocatable.memory)} MiB after ${reserve.cpu} m and ${formatFigure(reserve.memory)} MiB for itself, and ${allocatable.pods} pods.`,
      step("CPU", "cpu", " m"),
      step("Memory", "memory", " MiB"),
      step("Pods", "pods", ""),
      ...(volumes ? [`Volumes: ${formatFigure(volumes.count)} ÷ ${volumes.perMachine} on one machine gives ${formatFigure(forVolumes)}.`] : []),
      `The largest of ${[by.cpu, by.memory, by.pods, ...(volumes ? [forVolumes] : [])].join(", ")} and at least ${atLeast} is ${Math.max(most, atLeast)}; with ${spare} to spare ${needed} workers.`,
      ...(workers > needed ? [`Over ${zones} zones that is ${workers}.`] : []),
    ],
  };
}

/** Volumes that one machine carries, that stand beside those of small user clusters, and that each of these keeps. */
export interface VolumeRoom {
  readonly perMachine: number;
  readonly base: number;
  readonly each: number;
}

/** Largest number of user clusters that a number of workers carries, one of them kept to spare. */
export function clustersCarried(workers: number, machine: Machine, base: Requests, each: Requests, figure: Figure, volumes?: VolumeRoom): number {
  const { planned } = plannedOf(machine, figure);
  const busy = workers - figure(spareWorkers);
  const fits = (key: keyof Requests) => (each[key] === 0 ? Number.POSITIVE_INFINITY : (busy * planned[key] - base[key]) / each[key]);
  const kept = volumes ? (busy * volumes.perMachine - volumes.base) / volumes.each : Number.POSITIVE_INFINITY;
  return Math.max(0, Math.floor(Math.min(fits("cpu"), fits("memory"), fits("pods"), kept)));
}
