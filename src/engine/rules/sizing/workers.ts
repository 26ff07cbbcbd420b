import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { observability } from "../../answers/chapters/observability.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { rule } from "../../kernel/rule.ts";
import type { ClusterSizing } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName, wordsOf } from "../basics/platform.ts";
import { clusterLoad } from "./cluster-load.ts";
import { figureOf } from "./figures.ts";
import { baseOf, loadOf, perUserCluster, totalOf, withoutMla } from "./load.ts";
import { clustersCarried, workersFor } from "./machines.ts";

/** Worker machines of a platform cluster with the whole arithmetic. */
export const clusterSizing = rule<ClusterSizing>({
  id: "sizing.workers",
  title: "Worker machines",
  per: "cluster",
  sources: ["kkp.cluster-requirements"],
  derive: (read, cluster) => {
    const input = read.rule(clusterLoad, cluster);
    const figure = figureOf(read);
    const lines = loadOf(input, figure);
    const total = totalOf(lines);
    const machine = {
      vcpu: read.answer(infrastructure.cluster.workerCpu, cluster),
      memory: read.answer(infrastructure.cluster.workerMemory, cluster),
    };
    const zones = read.answer(sizing.cluster.zones, cluster);
    const dedicated = (input.mla === true || input.userClusterMla === true) && read.answer(observability.plan.nodes) === "dedicated";
    const carriedHere = dedicated ? withoutMla(input) : input;
    const own = totalOf(loadOf(carriedHere, figure));
    const { arithmetic, ...result } = workersFor(own, machine, figure, zones);
    const mla = dedicated ? workersFor({ cpu: total.cpu - own.cpu, memory: total.memory - own.memory, pods: total.pods - own.pods }, machine, figure, zones) : undefined;
    const most = clustersCarried(result.workers, machine, baseOf(carriedHere, figure), perUserCluster(input, figure), figure);
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
      arithmetic: input.userClusters ? [...steps, `${result.workers} workers carry up to ${formatCount(most, "small user cluster")}${others}.`] : steps,
      from: read.cell,
      why: `${WHY[result.boundBy]} decides how many workers ${name} needs${carried}, with machines of ${machine.vcpu} vCPU and ${machine.memory} GiB.`,
    };
  },
});

const WHY: Readonly<Record<ClusterSizing["boundBy"], string>> = {
  cpu: "CPU",
  memory: "Memory",
  pods: "The number of pods for each node",
  minimum: "The smallest safe number of workers",
};

/** Number of worker machines of a platform cluster; its leases and machines follow from it. */
export const workersOf = rule<number>({
  id: "sizing.number-of-workers",
  title: "Number of workers",
  per: "cluster",
  sources: ["kkp.cluster-requirements"],
  derive: (read, cluster) => read.rule(clusterSizing, cluster).workers,
});
