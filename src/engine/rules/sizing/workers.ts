import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { rule } from "../../kernel/rule.ts";
import type { ClusterSizing } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName, exposeStrategy, release, userClustersOf } from "../basics/platform.ts";
import { baseOf, loadOf, perUserCluster, totalOf } from "./load.ts";
import type { Figure, LoadInput } from "./load-parts.ts";
import { clustersCarried, workersFor } from "./machines.ts";

/** What a platform cluster carries, as the formula wants it. */
export const clusterLoad = rule<LoadInput>({
  id: "sizing.load",
  title: "What the cluster carries",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  derive: (read, cluster) => {
    read.need(
      [infrastructure.cluster.role, cluster],
      [infrastructure.cluster.workerCpu, cluster],
      [infrastructure.cluster.workerMemory, cluster],
      [monitoring.plan.mla],
    );
    const role = read.answer(infrastructure.cluster.role, cluster);
    const master = role === "seed" ? {} : { master: read.rule(release).masterRequests };
    const mla = read.answer(monitoring.plan.mla);
    if (role === "master") return { ...master, mla };
    return {
      ...master,
      mla,
      userClusterMla: read.answer(monitoring.plan.userClusterMla),
      userClusters: { small: read.rule(userClustersOf, cluster) },
      loadBalancerStrategy: read.rule(exposeStrategy) === "LoadBalancer",
    };
  },
});

/** Worker machines of a platform cluster with the whole arithmetic. */
export const clusterSizing = rule<ClusterSizing>({
  id: "sizing.workers",
  title: "Worker machines",
  per: "cluster",
  sources: ["kkp.cluster-requirements"],
  derive: (read, cluster) => {
    const input = read.rule(clusterLoad, cluster);
    const figure: Figure = (fact) => read.fact(fact);
    const lines = loadOf(input, figure);
    const total = totalOf(lines);
    const machine = {
      vcpu: read.answer(infrastructure.cluster.workerCpu, cluster),
      memory: read.answer(infrastructure.cluster.workerMemory, cluster),
    };
    const { arithmetic, ...result } = workersFor(total, machine, figure);
    const most = clustersCarried(result.workers, machine, baseOf(input, figure), perUserCluster(input, figure), figure);
    const name = clusterName(read, cluster);
    const carried = input.userClusters ? ` with ${formatCount(input.userClusters.small, "small user cluster")}` : "";
    return {
      id: `sizing.workers[${cluster}]`,
      cluster,
      lines,
      ...total,
      ...result,
      arithmetic: input.userClusters ? [...arithmetic, `${result.workers} workers carry up to ${formatCount(most, "small user cluster")}.`] : arithmetic,
      from: read.cell,
      why: `${WHY[result.boundBy]} decides for ${name}${carried}; machines of ${machine.vcpu} vCPU and ${machine.memory} GiB.`,
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
