import { exposure } from "../../answers/chapters/exposure.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { ports } from "../../facts/ports.ts";
import { check } from "../../kernel/check.ts";
import { apiServersBalanced, withoutApiBalancers } from "../../rules/addresses/api-servers.ts";
import { listsBesideBalancers } from "../../rules/basics/api-lists.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { formatCount } from "../../values/figures.ts";

/** Lists of allowed networks beside load balancers of API servers, which take none of them. */
export const unlistedApiBalancers = check({
  id: "exposure.unlisted-api-balancers",
  title: "Load balancers of API servers are under the lists of allowed networks",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.code.apiserver-service", "kkp.code.nodeport-proxy", "kkp.code.front-loadbalancer"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master") return;
    const lists = listsBesideBalancers(read, cluster);
    if (lists.length === 0) return;
    const balanced = read.rule(apiServersBalanced, cluster);
    const name = clusterName(read, cluster);
    const port = read.fact(ports.apiServerBalanced);
    report({
      title: `No list of allowed networks guards load balancers of API servers of ${name}`,
      message: `KKP writes source ranges into Services of its nodeport-proxies alone: ${formatCount(balanced, "API server")} of ${name} ${balanced === 1 ? "answers" : "answer"} on TCP ${port} of ${balanced === 1 ? "a load balancer" : "load balancers"} of their own to every network that reaches ${balanced === 1 ? "it" : "them"}.`,
      remedy: `Leave the API servers to the expose strategy, or have a firewall in front of TCP ${port} of these addresses let in the allowed networks alone.`,
      fixes: [withoutApiBalancers(read, cluster)],
      answers: [read.path(exposure.plan.departures), ...lists],
    });
  },
});
