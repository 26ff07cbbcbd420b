import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { figureIn } from "../../rules/sizing/figures.ts";
import { plannedOf } from "../../rules/sizing/machines.ts";
import { clusterSizing, loadBesideMla } from "../../rules/sizing/workers.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { morePods } from "./more-pods.ts";

/** Workers whose CPU and memory lie idle because the number of pods decides. */
export const podBound = check({
  id: "sizing.pod-bound",
  title: "Workers are no larger than their pods can use",
  severity: "advice",
  per: "cluster",
  sources: ["kubernetes.large-clusters"],
  examine: (read, cluster, report) => {
    const { boundBy } = read.rule(clusterSizing, cluster);
    if (boundBy !== "pods") return;
    const machine = { vcpu: read.answer(infrastructure.cluster.workerCpu, cluster), memory: read.answer(infrastructure.cluster.workerMemory, cluster) };
    const { planned } = plannedOf(machine, figureIn(read, cluster));
    // Workers to spare stand idle by intent, and those of the MLA stacks carry other pods: neither tells how large a machine may be.
    const { load, apart } = loadBesideMla(read, cluster);
    const workers = Math.ceil(load.pods / planned.pods);
    const share = (key: "cpu" | "memory") => Math.round((load[key] * 100) / (workers * planned[key]));
    if (Math.max(share("cpu"), share("memory")) >= 25) return;
    const part = (key: "cpu" | "memory", unit: string) => `${formatFigure(load[key])} ${unit} ÷ (${workers} × ${formatFigure(planned[key])} ${unit}) = ${share(key)} %`;
    const name = clusterName(read, cluster);
    const { more, byMachine, decidedBy, answers } = morePods(read, cluster);
    report({
      title: `Workers of ${name} are larger than their pods can use`,
      message: `${formatFigure(load.pods)} pods ÷ ${formatFigure(planned.pods)} planned on a worker gives ${formatCount(workers, "worker")}, those to spare${apart ? " and those of the MLA stacks" : ""} not counted. They ask for ${part("cpu", "m")} of the CPU planned on these and for ${part("memory", "MiB")} of the memory, so larger machines bring nothing.${decidedBy}`,
      remedy: `Use smaller workers${byMachine ? ", which may run fewer pods each" : ""}. Or else: ${more}.`,
      answers: [...[infrastructure.cluster.workerCpu, infrastructure.cluster.workerMemory].map((question) => read.path(question, cluster)), ...answers],
    });
  },
});
