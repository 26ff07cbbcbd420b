import { fronts } from "../../answers/chapters/fronts.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { project } from "../../answers/chapters/project.ts";
import { check } from "../../kernel/check.ts";
import { nodesAreLedTo } from "../../rules/addresses/front-sources.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";

/** One address of node ports in production. */
export const nodeFrontAlone = check({
  id: "balancers.node-front-alone",
  title: "Node ports survive the loss of a node",
  severity: "warning",
  also: ["advice"],
  per: "cluster",
  sources: ["kkp.expose-strategies", "kkp.install-ce"],
  examine: (read, cluster, report) => {
    if (balancerOf(read, cluster).addressesFrom !== "nodes" || nodesAreLedTo(read, cluster)) return;
    const front = read.answer(fronts.cluster.nodeFront, cluster);
    const name = clusterName(read, cluster);
    report({
      severity: read.optional(project.plan.purpose) === "production" ? "warning" : "advice",
      title: `Everything of ${name} is reached through ${front}`,
      message: `Names of ${name} lead to ${front}. If that is one node, dashboard and user clusters are away with it, and its replacement under another address needs new records by hand.`,
      remedy: "Put a forwarder in front of several nodes, or let something give Services addresses.",
      answers: [read.path(fronts.cluster.nodeFront, cluster), read.path(loadBalancer.cluster.kind, cluster)],
    });
  },
});
