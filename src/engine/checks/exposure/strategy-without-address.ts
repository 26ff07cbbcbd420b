import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { proxyRuns, strategiesOf } from "../../rules/basics/exposure.ts";
import { apiServersBalanced, withoutApiBalancers } from "../../rules/addresses/api-servers.ts";
import { formatCount } from "../../values/figures.ts";
import { reachedBy, strategyFix, strategyPaths } from "../../rules/basics/strategy-fix.ts";
import { clusterName, datacentersOf } from "../../rules/basics/platform.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";

/** Strategies that need a Service with an address of its own, on a Seed that has none. */
export const strategyWithoutAddress = check({
  id: "exposure.strategy-without-address",
  title: "The expose strategy finds the addresses it needs",
  severity: "blocker",
  per: "cluster",
  sources: ["kkp.expose-strategies", "kkp.code.nodeport-proxy"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master" || read.rule(proxyRuns, cluster)) return;
    const nodesOnly = balancerOf(read, cluster).addressesFrom === "nodes";
    const name = clusterName(read, cluster);
    const datacenters = read.rule(datacentersOf, cluster);
    const answers = [...strategyPaths(read, reachedBy(read, datacenters, ["LoadBalancer", "Tunneling"])), nodesOnly ? read.path(loadBalancer.cluster.kind, cluster) : read.path(exposure.cluster.nodeportProxy, cluster)];
    if (nodesOnly && read.rule(apiServersBalanced, cluster) > 0) {
      const departures = read.path(exposure.plan.departures);
      report({
        key: "api",
        title: `API servers of ${name} wait for load balancers`,
        message: `${formatCount(read.rule(apiServersBalanced, cluster), "API server")} ${read.rule(apiServersBalanced, cluster) === 1 ? "is" : "are"} to have a load balancer each, and nothing gives Services of ${name} an address.`,
        remedy: "Leave the API servers to the expose strategy, or let something give Services addresses.",
        fixes: [withoutApiBalancers(read, cluster)],
        answers: [departures, read.path(loadBalancer.cluster.kind, cluster)],
      });
    }
    for (const used of read.rule(strategiesOf, cluster)) {
      if (used === "NodePort" || (used === "LoadBalancer" && !nodesOnly)) continue;
      report({
        key: used,
        title: `${used} does not work on ${name}`,
        message: used === "Tunneling"
          ? `With Tunneling every user cluster is reached through the nodeport-proxy, and ${name} runs none${nodesOnly ? " because nothing would give it an address" : ""}.`
          : `With LoadBalancer every user cluster waits for an address of its own, and nothing gives Services of ${name} one.`,
        remedy: "Choose NodePort, or let something give Services addresses.",
        fixes: strategyFix(read, reachedBy(read, datacenters, [used]), "Use NodePort", "NodePort"),
        running: nodesOnly ? `Let something give Services of ${name} addresses.` : `Let the nodeport-proxy of ${name} run.`,
        answers,
      });
    }
  },
});
