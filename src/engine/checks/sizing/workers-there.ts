import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { clusterLoad } from "../../rules/sizing/cluster-load.ts";
import { figureIn } from "../../rules/sizing/figures.ts";
import { baseOf, perUserCluster, withoutMla } from "../../rules/sizing/load.ts";
import { clustersCarried } from "../../rules/sizing/machines.ts";
import { roomFor, volumeCounts } from "../../rules/sizing/volume-counts.ts";
import { clusterSizing } from "../../rules/sizing/workers.ts";
import { formatCount } from "../../values/figures.ts";

/** A cluster that is there, with fewer workers than the plan puts on it. */
export const workersThere = check({
  id: "sizing.workers-there",
  title: "Clusters that are there have the workers that they need",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.cluster-requirements"],
  examine: (read, cluster, report) => {
    const there = read.optional(versions.cluster.workersThere, cluster);
    if (there === undefined || read.optional(infrastructure.cluster.provisioning, cluster) === "kubeone") return;
    const { workers, dedicated = 0 } = read.rule(clusterSizing, cluster);
    if (there >= workers) return;
    const name = clusterName(read, cluster);
    const input = read.rule(clusterLoad, cluster);
    const figure = figureIn(read, cluster);
    const machine = { vcpu: read.answer(infrastructure.cluster.workerCpu, cluster), memory: read.answer(infrastructure.cluster.workerMemory, cluster) };
    const larger = (input.userClusters?.medium ?? 0) + (input.userClusters?.large ?? 0);
    // Workers of the MLA stacks alone carry no user cluster.
    const [here, beside] = dedicated > 0 ? [withoutMla(input), true] : [input, false];
    const fit = input.userClusters ? clustersCarried(Math.max(0, there - dedicated), machine, baseOf(here, figure), perUserCluster(here, figure), figure, roomFor(volumeCounts(read, cluster, beside), larger)) : undefined;
    const most = fit !== undefined && fit < (input.userClusters?.small ?? 0) ? fit : undefined;
    const size = `${machine.vcpu} vCPU and ${machine.memory} GiB`;
    const carried = most === undefined ? "" : ` With what there is, ${most === 0 ? "no small user cluster fits" : `${formatCount(most, "small user cluster")} ${most === 1 ? "fits" : "fit"}`}.`;
    report({
      title: `${name} has ${formatCount(there, "worker")}, and the plan needs ${workers}`,
      message: `Workers of ${size} are counted: ${workers} carry what is planned for ${name}, ${there} are there.${carried}`,
      remedy: `Let ${name} grow to ${formatCount(workers, "worker")} of ${size}${most === undefined || most === 0 ? "" : `, or plan ${formatCount(most, "small user cluster")} at most`}.`,
      answers: [read.path(versions.cluster.workersThere, cluster), read.path(infrastructure.cluster.workerCpu, cluster), read.path(infrastructure.cluster.workerMemory, cluster)],
    });
  },
});
