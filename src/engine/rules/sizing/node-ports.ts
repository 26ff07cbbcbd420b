import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { nodePortRange, nodePortsPerCluster } from "../../facts/sizing/node-ports.ts";
import { rule } from "../../kernel/rule.ts";
import type { Ceiling } from "../../plan/plan.ts";
import { formatCount, formatFigure } from "../../values/figures.ts";
import { spokenStrategies, strategiesOf } from "../basics/exposure.ts";
import { clusterName, userClustersOf } from "../basics/platform.ts";
import { apiServersBesideTunnels } from "../addresses/api-servers.ts";
import { clusterPorts, fixedPorts, mostClusters, PROXY_SHARE, untilCleaned } from "./ports.ts";
import { balancerOf } from "../basics/balancer.ts";

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
    const shared = clusterPorts(read, nodePortsPerCluster, cluster, PROXY_SHARE);
    // Kubernetes gives a Service of type LoadBalancer a NodePort for each of its ports.
    const balanced = read.rule(apiServersBesideTunnels, cluster);
    const ports = balanced === 0 ? shared : { perCluster: Math.max(shared.perCluster, 1), used: shared.used + balanced, sum: `${shared.used === 0 ? "" : `${shared.sum} + `}${balanced} × 1` };
    const { perCluster } = ports;
    const strategies = read.rule(strategiesOf, cluster);
    const strategy = spokenStrategies(strategies);
    const limit = read.fact(nodePortRange).count;
    const name = clusterName(read, cluster);
    const former = untilCleaned(read, cluster);
    const gives = balancerOf(read, cluster).addressesFrom !== "nodes";
    const holders = gives ? `the load balancers on ${name}` : `the entry on ${name}`;
    const sum = `${fixed} + ${strategies.length === 1 && balanced === 0 ? `${formatFigure(userClusters)} × ${perCluster}` : ports.sum} = ${formatFigure(fixed + ports.used)}`;
    return {
      id: `ceiling.node-ports[${cluster}]`,
      cluster,
      title: "NodePorts",
      used: fixed + ports.used,
      limit,
      unit: "ports",
      maxUserClusters: mostClusters(limit, fixed, ports, userClusters),
      from: read.cell,
      why:
        perCluster === 0
          ? `With ${strategy} user clusters take no NodePort${fixed === 0 ? "" : `; only the ${fixed} of ${holders} remain${former}`}.`
          : `${fixed === 0 ? "" : `${fixed} ports for ${holders}${former === "" ? "" : `${former},`} and `}${strategies.length === 1 && (balanced === 0 || balanced === userClusters) ? perCluster : `up to ${perCluster}`} for each of ${formatCount(userClusters, "user cluster")} with ${strategy}${balanced === 0 ? "" : ", where an API server with a load balancer of its own takes one"}: ${sum}.`,
    };
  },
});
