import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { mlaWorkerMinimum, nodeReserve } from "../../facts/sizing/machines.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { formatFigure } from "../../values/figures.ts";

const MIB = 1024;

/** Worker machines that the MLA stack does not fit on. */
export const workerTooSmall = check({
  id: "sizing.worker-too-small",
  title: "Workers carry the MLA stack",
  severity: "warning",
  also: ["blocker"],
  per: "cluster",
  sources: ["kkp.code.monitoring-values", "kkp.cluster-requirements"],
  examine: (read, cluster, report) => {
    if (!read.answer(monitoring.plan.mla)) return;
    const cpu = read.answer(infrastructure.cluster.workerCpu, cluster);
    const memory = read.answer(infrastructure.cluster.workerMemory, cluster);
    const least = read.fact(mlaWorkerMinimum);
    if (cpu >= least.cpu && memory >= least.memory) return;
    const reserve = read.fact(nodeReserve);
    const free = { cpu: cpu * 1000 - reserve.cpu, memory: memory * MIB - reserve.memory };
    const fits = free.cpu >= least.podCpu && free.memory >= least.podMemory;
    const paths = { cpu: read.path(infrastructure.cluster.workerCpu, cluster), memory: read.path(infrastructure.cluster.workerMemory, cluster) };
    report({
      severity: fits ? "warning" : "blocker",
      title: fits ? `Workers of ${clusterName(read, cluster)} are small for the MLA stack` : `Prometheus does not fit on any worker of ${clusterName(read, cluster)}`,
      message: `One worker of ${cpu} vCPU and ${memory} GiB offers ${formatFigure(free.cpu)} m and ${formatFigure(free.memory)} MiB; the Prometheus pod of the MLA stack alone requests ${formatFigure(least.podCpu)} m and ${formatFigure(least.podMemory)} MiB.`,
      remedy: `Use workers of at least ${least.cpu} vCPU and ${least.memory} GiB, or leave the MLA stack out.`,
      fixes: [
        {
          title: `Use workers of ${Math.max(cpu, least.cpu)} vCPU and ${Math.max(memory, least.memory)} GiB`,
          set: [
            { path: paths.cpu, value: Math.max(cpu, least.cpu) },
            { path: paths.memory, value: Math.max(memory, least.memory) },
          ],
        },
      ],
      answers: [paths.cpu, paths.memory, read.path(monitoring.plan.mla)],
    });
  },
});
