import { minimumWorkers, nodeReserve, podsPerNode, spareWorkers, usablePercent, type Requests } from "../../facts/sizing.ts";
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

/**
 * Number of worker machines for a load, with the steps in words. The machine carries something.
 * @param zones Availability zones; the number is rounded up to a multiple of them.
 */
export function workersFor(
  load: Requests,
  machine: Machine,
  figure: Figure,
  zones = 1,
): Pick<ClusterSizing, "workers" | "arithmetic" | "boundBy" | "decidedBy"> {
  const { allocatable, planned } = plannedOf(machine, figure);
  const share = figure(usablePercent);
  const reserve = figure(nodeReserve);
  const atLeast = figure(minimumWorkers);
  const spare = figure(spareWorkers);
  const machinesFor = (key: keyof Requests) => Math.ceil(load[key] / planned[key]);
  const by = { cpu: machinesFor("cpu"), memory: machinesFor("memory"), pods: machinesFor("pods") };
  const most = Math.max(by.cpu, by.memory, by.pods);
  const deciding = most < atLeast ? [] : (["cpu", "memory", "pods"] as const).filter((key) => by[key] === most);
  const boundBy = most < atLeast ? "minimum" : by.pods === most ? "pods" : by.cpu === most ? "cpu" : "memory";
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
      `The largest of ${by.cpu}, ${by.memory}, ${by.pods} and at least ${atLeast} is ${Math.max(most, atLeast)}; with ${spare} to spare ${needed} workers.`,
      ...(workers > needed ? [`Over ${zones} zones that is ${workers}.`] : []),
    ],
  };
}

/** Largest number of user clusters that a number of workers carries, one of them kept to spare. */
export function clustersCarried(workers: number, machine: Machine, base: Requests, each: Requests, figure: Figure): number {
  const { planned } = plannedOf(machine, figure);
  const busy = workers - figure(spareWorkers);
  const fits = (key: keyof Requests) => (each[key] === 0 ? Number.POSITIVE_INFINITY : (busy * planned[key] - base[key]) / each[key]);
  return Math.max(0, Math.floor(Math.min(fits("cpu"), fits("memory"), fits("pods"))));
}
