import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { platformNodeMask } from "../../facts/balancers.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { parseBlock } from "../../values/range.ts";
import { clusterName } from "../basics/platform.ts";
import { clusterLoad } from "./cluster-load.ts";
import { figureIn } from "./figures.ts";
import { baseOf, perUserCluster, withoutMla } from "./load.ts";
import { clustersCarried } from "./machines.ts";
import { nodesOfRange } from "./nodes.ts";
import { roomFor, volumeCounts } from "./volume-counts.ts";
import { clusterSizing } from "./workers.ts";

/** The range, read once for all clusters: whether KubeOne's own stands in for it hangs on who builds each of them. */
const podRange = rule<string>({
  id: "sizing.platform-pods",
  title: "Pod range of master and Seeds",
  per: "plan",
  sources: ["kubeone.defaults"],
  derive: (read) => read.answer(network.plan.platformPods),
});

/** Nodes of a cluster that KubeOne builds against those that its pod range serves. */
export const platformNodeCeiling = rule<Ceiling>({
  id: "sizing.platform-pod-range",
  title: "Nodes that the platform's pod range serves",
  per: "cluster",
  sources: ["kubeone.defaults"],
  derive: (read, cluster) => {
    const name = clusterName(read, cluster);
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return read.notApplicable(`${name} is not built by KubeOne; whoever builds it decides how its pod range is cut.`);
    const text = read.rule(podRange);
    const block = parseBlock(text);
    if (block?.family !== 4) return read.notApplicable("The pod range is none of IPv4.");
    const mask = read.fact(platformNodeMask);
    const limit = nodesOfRange(block.prefix, mask);
    const controlPlanes = read.answer(infrastructure.cluster.controlPlanes, cluster);
    const { workers, dedicated = 0 } = read.rule(clusterSizing, cluster);
    const input = read.rule(clusterLoad, cluster);
    const machine = { vcpu: read.answer(infrastructure.cluster.workerCpu, cluster), memory: read.answer(infrastructure.cluster.workerMemory, cluster) };
    const zones = read.answer(sizing.cluster.zones, cluster);
    const room = Math.floor((limit - controlPlanes - dedicated) / zones) * zones;
    const figure = figureIn(read, cluster);
    const counts = input.userClusters;
    const most = counts && clustersCarried(Math.max(0, room), machine, baseOf(dedicated > 0 ? withoutMla(input) : input, figure), perUserCluster(input, figure), figure, roomFor(volumeCounts(read, cluster, dedicated > 0), (counts.medium ?? 0) + (counts.large ?? 0)));
    return {
      id: `ceiling.platform-nodes[${cluster}]`,
      cluster,
      title: "Nodes in one cluster of the platform",
      used: controlPlanes + workers,
      limit,
      unit: "nodes",
      maxUserClusters: most === undefined ? "unlimited" : most + (counts?.medium ?? 0) + (counts?.large ?? 0),
      from: read.cell,
      why: `Each node takes a /${mask} of ${text}, so the range ends at ${formatFigure(limit)} nodes; ${name} has ${formatCount(controlPlanes, "control plane")} and ${formatCount(workers, "worker")}.`,
    };
  },
});
