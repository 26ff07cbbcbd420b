import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { machineSurge } from "../../facts/quality.ts";
import { workerDisk } from "../../facts/sizing/machines.ts";
import type { Reader } from "../../kernel/rule.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { clusterName } from "../basics/platform.ts";
import { controlPlaneSizing } from "./control-planes.ts";
import { figureOf } from "./figures.ts";
import { clusterSizing, workerGroups, workersToCome } from "./workers.ts";

/** Machines of one size. */
export interface MachinePart {
  /** With those that replace others for a while. */
  readonly machines: number;
  /** vCPU, and GiB of memory, of each. */
  readonly cpu: number;
  readonly memory: number;
  /** Of each: GiB on servers that the plan sizes, GB of a root disk elsewhere. */
  readonly disk: number;
  /** How their number comes about, as a full sentence. */
  readonly step: string;
  /** What they are, as the part of a sentence. */
  readonly why: string;
}

/** The verb of machines that stand in for others during an update. */
export const replacing = (count: number) => (count === 1 ? "replaces others" : "replace others");

/** Machines of a platform cluster, as far as they are not there. */
export function platformMachines(read: Reader, cluster: string): readonly MachinePart[] {
  const name = clusterName(read, cluster);
  const [control] = read.optionalRule(controlPlaneSizing, cluster) ?? [];
  const parts: MachinePart[] = control
    ? [
        {
          machines: control.machines,
          cpu: control.cpu,
          memory: control.memory,
          disk: control.disk,
          step: `${name}: ${formatCount(control.machines, "control plane")}.`,
          why: `${formatCount(control.machines, "control plane")} of ${name} ${control.machines === 1 ? "has" : "have"} ${control.cpu} vCPU, ${formatFigure(control.memory)} GiB and a disk of ${formatFigure(control.disk)} GiB`,
        },
      ]
    : [];
  // Where no number of its workers carries the load, none is counted, and a finding says so.
  const workers = read.optionalRule(clusterSizing, cluster) === undefined ? 0 : read.rule(workersToCome, cluster);
  if (workers === 0) return parts;
  const [cpu, memory] = [read.answer(infrastructure.cluster.workerCpu, cluster), read.answer(infrastructure.cluster.workerMemory, cluster)];
  const disk = figureOf(read)(workerDisk);
  const [groups, surge] = [read.rule(workerGroups, cluster), read.fact(machineSurge)];
  read.cite("kubeone.machine-deployments");
  return [
    ...parts,
    {
      machines: workers + groups * surge,
      cpu,
      memory,
      disk,
      step: `${name}: ${formatCount(workers, "worker")}, and ${groups} × ${surge} = ${groups * surge} that ${replacing(groups * surge)} for a while: ${formatFigure(workers + groups * surge)}.`,
      why: `${formatCount(workers, "worker")} of ${name} ${workers === 1 ? "has" : "have"} ${cpu} vCPU, ${formatFigure(memory)} GiB and a root disk of ${formatFigure(disk)} GiB, and ${groups * surge} more ${replacing(groups * surge)} for a while`,
    },
  ];
}
