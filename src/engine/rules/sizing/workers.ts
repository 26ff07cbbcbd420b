import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { monitoring } from "../../answers/chapters/monitoring.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { rule } from "../../kernel/rule.ts";
import type { ClusterSizing } from "../../plan/plan.ts";
import { formatCount } from "../../values/figures.ts";
import { clusterName, clustersBySize, exposeStrategy, release, wordsOf } from "../basics/platform.ts";
import { figureOf } from "./figures.ts";
import { baseOf, loadOf, perUserCluster, totalOf, type LoadInput } from "./load.ts";
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
    const extras: readonly string[] = read.answer(sizing.plan.seedExtras);
    return {
      ...master,
      mla,
      userClusterMla: read.answer(monitoring.plan.userClusterMla),
      userClusters: read.rule(clustersBySize, cluster),
      loadBalancerStrategy: read.rule(exposeStrategy) === "LoadBalancer",
      metering: extras.includes("metering"),
      vpa: extras.includes("vpa"),
      kyverno: extras.includes("kyverno"),
      audit: extras.includes("audit"),
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
    const figure = figureOf(read);
    const lines = loadOf(input, figure);
    const total = totalOf(lines);
    const machine = {
      vcpu: read.answer(infrastructure.cluster.workerCpu, cluster),
      memory: read.answer(infrastructure.cluster.workerMemory, cluster),
    };
    const { arithmetic, ...result } = workersFor(total, machine, figure, read.answer(sizing.cluster.zones, cluster));
    const most = clustersCarried(result.workers, machine, baseOf(input, figure), perUserCluster(input, figure), figure);
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
      arithmetic: input.userClusters ? [...arithmetic, `${result.workers} workers carry up to ${formatCount(most, "small user cluster")}${others}.`] : arithmetic,
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
