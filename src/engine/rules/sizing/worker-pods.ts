import { clusterName } from "../basics/platform.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { podsPerNode, spareWorkers, usablePercent } from "../../facts/sizing/machines.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterLoad } from "./cluster-load.ts";
import { figureIn } from "./figures.ts";
import { baseOf, loadOf, perUserCluster, totalOf, uniform, withoutMla } from "./load.ts";
import { plannedOf } from "./machines.ts";
import { clusterSizing } from "./workers.ts";

/** Pods of a Seed against what its planned workers run, one of them to spare. */
export const workerPodCeiling = rule<Ceiling>({
  id: "sizing.pods-of-workers",
  title: "Pods that the planned workers run",
  per: "cluster",
  sources: ["kkp.cluster-requirements"],
  derive: (read, cluster) => {
    const input = read.rule(clusterLoad, cluster);
    if (!input.userClusters) return read.notApplicable("User clusters live in Seeds only.");
    const figure = figureIn(read, cluster);
    const { workers, dedicated = 0 } = read.rule(clusterSizing, cluster);
    const carried = dedicated > 0 ? withoutMla(input) : input;
    const machine = { vcpu: read.answer(infrastructure.cluster.workerCpu, cluster), memory: read.answer(infrastructure.cluster.workerMemory, cluster) };
    const busy = workers - dedicated - figure(spareWorkers);
    const limit = Math.floor(busy * plannedOf(machine, figure).planned.pods);
    const { pods } = perUserCluster(input, figure);
    const { medium = 0, large = 0 } = input.userClusters;
    return {
      id: `ceiling.pods-of-workers[${cluster}]`,
      cluster,
      title: "Pods on the planned workers",
      used: totalOf(loadOf(carried, figure)).pods,
      limit,
      unit: "pods",
      maxUserClusters: medium + large + Math.max(0, Math.floor((limit - baseOf(carried, figure).pods) / pods)),
      raisedBy: "another worker",
      from: read.cell,
      why: `${formatCount(busy, "worker")} of ${clusterName(read, cluster)} beside the spare one run ${figure(podsPerNode)} pods each, of which ${figure(usablePercent)} % are planned for, and a ${medium + large === 0 ? "" : "small "}user cluster takes ${uniform(input) ? "" : "up to "}${pods}; another worker raises this limit.`,
    };
  },
});
