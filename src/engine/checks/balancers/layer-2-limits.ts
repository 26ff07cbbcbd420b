import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { project } from "../../answers/chapters/project.ts";
import { failoverSeconds } from "../../facts/balancers.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { kindRecord } from "../../rules/firewall/endpoints/balancers.ts";

/** Layer 2 in production: one node carries everything, and Cilium's kind is in beta. */
export const layer2Limits = check({
  id: "balancers.layer-2-limits",
  title: "One node is enough for all traffic",
  severity: "advice",
  per: "cluster",
  sources: ["metallb.l2", "cilium.l2"],
  examine: (read, cluster, report) => {
    const kind = kindRecord(read.answer(loadBalancer.cluster.kind, cluster));
    if (kind.poolScope !== "node-network") return;
    if (read.answer(project.plan.purpose) !== "production") return;
    const name = clusterName(read, cluster);
    const beta = kind.cni ? ` The announcements are in beta, and a fail-over takes ${read.fact(failoverSeconds)} seconds at defaults.` : "";
    report({
      title: `One node of ${name} carries all traffic of an address`,
      message: `With “${kind.title}” a single node answers for each virtual address of ${name}; its bandwidth is the limit, and there is fail-over but no spreading.${beta}`,
      remedy: "Announce by BGP where routers can take the routes, or plan the nodes' network cards for the whole traffic.",
      answers: [read.path(loadBalancer.cluster.kind, cluster)],
    });
  },
});
