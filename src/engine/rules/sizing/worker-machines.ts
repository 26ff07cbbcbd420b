import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { podsPerNode, workerDisk } from "../../facts/sizing/machines.ts";
import { rule } from "../../kernel/rule.ts";
import type { WorkerSizing } from "../../plan/plan.ts";
import { clusterName } from "../basics/platform.ts";
import { figureIn } from "./figures.ts";
import { workersOf } from "./workers.ts";

/** Worker machines of a platform cluster as they are ordered, with the root disk of each. */
export const workerMachines = rule<readonly WorkerSizing[]>({
  id: "sizing.worker-machines",
  title: "Size of worker machines",
  per: "cluster",
  sources: [],
  derive: (read, cluster) => {
    const figure = figureIn(read, cluster);
    return [
      {
        id: `sizing.worker-machines[${cluster}]`,
        cluster,
        machines: read.rule(workersOf, cluster),
        cpu: read.answer(infrastructure.cluster.workerCpu, cluster),
        memory: read.answer(infrastructure.cluster.workerMemory, cluster),
        disk: figure(workerDisk),
        from: read.cell,
        why: `What ${clusterName(read, cluster)} carries, part by part in its own table, decides on their number; on each root disk lie operating system, images and logs of up to ${figure(podsPerNode)} pods, and all volumes come beside it.`,
      },
    ];
  },
});
