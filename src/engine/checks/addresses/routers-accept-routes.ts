import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { check } from "../../kernel/check.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { poolSpace } from "../../rules/addresses/pool-space.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { formatBlock } from "../../values/range.ts";

/** BGP announces single addresses, which many routers refuse until they are told. */
export const routersAcceptRoutes = check({
  id: "addresses.routers-accept-routes",
  title: "Routers take the routes that the nodes announce",
  severity: "warning",
  per: "cluster",
  sources: ["metallb.bgp-config"],
  examine: (read, cluster, report) => {
    const { block, kind } = read.rule(poolSpace, cluster);
    if (!loadBalancerKindOf(kind).peers) return;
    const text = formatBlock(block);
    const length = block.family === 4 ? 32 : 128;
    report({
      title: `Routers must accept and pass on /${length} routes of ${text}`,
      message: `Nodes of ${clusterName(read, cluster)} announce each virtual address as a route of its own. Routers that filter routes longer than /24 drop them, and the addresses are known one hop away only.`,
      remedy: `Have the network team allow /${length} routes out of ${text} from these neighbours, and pass them on to wherever users and workers are.`,
      answers: [read.path(loadBalancer.cluster.pool, cluster), read.path(loadBalancer.cluster.peers, cluster)],
    });
  },
});
