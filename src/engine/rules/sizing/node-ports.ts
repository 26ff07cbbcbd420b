import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { nodePortRange, nodePortsPerCluster } from "../../facts/sizing.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { clusterName, exposeStrategy, userClustersOf } from "../basics/platform.ts";
import { clustersWithin, fixedPorts, portsPerCluster, untilCleaned } from "./ports.ts";

/** NodePorts of a Seed: used, offered, and the number of user clusters at which they end. */
export const nodePortCeiling = rule<Ceiling>({
  id: "sizing.node-ports",
  title: "NodePorts of the Seed",
  per: "cluster",
  sources: ["kkp.expose-strategies"],
  derive: (read, cluster) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return read.notApplicable("User clusters live in Seeds only.");
    const userClusters = read.rule(userClustersOf, cluster);
    const fixed = fixedPorts(read, cluster);
    const perCluster = portsPerCluster(read, nodePortsPerCluster);
    const limit = read.fact(nodePortRange).count;
    const name = clusterName(read, cluster);
    const former = untilCleaned(read, cluster);
    const sum = `${fixed} + ${formatFigure(userClusters)} × ${perCluster} = ${formatFigure(fixed + userClusters * perCluster)}`;
    return {
      id: `ceiling.node-ports[${cluster}]`,
      cluster,
      title: "NodePorts",
      used: fixed + userClusters * perCluster,
      limit,
      unit: "ports",
      maxUserClusters: clustersWithin(limit, { fixed, perCluster }),
      from: read.cell,
      why:
        perCluster === 0
          ? `With ${read.rule(exposeStrategy)} user clusters take no NodePort; only the ${fixed} of the load balancers on ${name} remain${former}.`
          : `${fixed} ports for the load balancers on ${name}${former === "" ? "" : `${former},`} and ${perCluster} for each of ${formatCount(userClusters, "user cluster")} with ${read.rule(exposeStrategy)}: ${sum}.`,
    };
  },
});
