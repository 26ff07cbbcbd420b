import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { figureIn } from "../../rules/sizing/figures.ts";
import { plannedOf } from "../../rules/sizing/machines.ts";
import { clusterSizing } from "../../rules/sizing/workers.ts";

/** Workers whose CPU and memory lie idle because the number of pods decides. */
export const podBound = check({
  id: "sizing.pod-bound",
  title: "Workers are no larger than their pods can use",
  severity: "advice",
  per: "cluster",
  sources: ["kubernetes.large-clusters"],
  examine: (read, cluster, report) => {
    const { boundBy, cpu, memory, workers } = read.rule(clusterSizing, cluster);
    if (boundBy !== "pods") return;
    const machine = { vcpu: read.answer(infrastructure.cluster.workerCpu, cluster), memory: read.answer(infrastructure.cluster.workerMemory, cluster) };
    const { planned, allocatable } = plannedOf(machine, figureIn(read, cluster));
    const used = Math.round((Math.max(cpu / planned.cpu, memory / planned.memory) * 100) / workers);
    if (used >= 25) return;
    const [cpuPath, memoryPath] = [read.path(infrastructure.cluster.workerCpu, cluster), read.path(infrastructure.cluster.workerMemory, cluster)];
    report({
      title: `Workers of ${clusterName(read, cluster)} are larger than their pods can use`,
      message: `${allocatable.pods} pods on a worker decide how many workers there are; at most ${used} % of their planned CPU or memory is requested, so larger machines bring nothing.`,
      remedy: "Use smaller workers, or raise the pods of a worker together with maxPods of the kubelet.",
      answers: [cpuPath, memoryPath],
    });
  },
});
