import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { project } from "../../answers/chapters/project.ts";
import { failoverSeconds } from "../../facts/balancers.ts";
import { check } from "../../kernel/check.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";

/** Announcements in beta under a platform in production. What any layer 2 brings, the decision tells. */
export const layer2Limits = check({
  id: "balancers.layer-2-limits",
  title: "Announcements of a production platform are out of beta",
  severity: "warning",
  per: "cluster",
  sources: ["cilium.l2"],
  examine: (read, cluster, report) => {
    const kind = balancerOf(read, cluster);
    if (!kind.beta) return;
    if (read.answer(project.plan.purpose) !== "production") return;
    const name = clusterName(read, cluster);
    report({
      title: `Addresses of ${name} hang on a feature in beta`,
      message: `The announcements of “${kind.title}” are in beta, and ${name} carries production. A fail-over takes ${read.fact(failoverSeconds)} seconds at defaults, in which every address of the lost node is silent.`,
      remedy: "Announce by MetalLB in layer 2, or by BGP where routers can take the routes.",
      answers: [read.path(loadBalancer.cluster.kind, cluster), read.path(project.plan.purpose)],
    });
  },
});
