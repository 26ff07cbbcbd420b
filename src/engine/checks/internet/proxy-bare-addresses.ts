import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { loadBalancerKindOf } from "../../load-balancers/registry.ts";
import { strategiesOf } from "../../rules/basics/exposure.ts";
import { clusterName, datacentersOf, placeName } from "../../rules/basics/platform.ts";
import { reachedBy, strategyFix, strategyPaths } from "../../rules/basics/strategy-fix.ts";

/** User clusters at addresses that no NO_PROXY can name beforehand. */
export const proxyBareAddresses = check({
  id: "internet.proxy-bare-addresses",
  title: "Addresses of user clusters bypass the proxy",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.http-proxy", "kkp.code.address"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master" || !read.rule(strategiesOf, cluster).includes("LoadBalancer")) return;
    if (loadBalancerKindOf(read.answer(loadBalancer.cluster.kind, cluster)).addressesFrom === "pool") return;
    const balanced = reachedBy(read, read.rule(datacentersOf, cluster), ["LoadBalancer"]);
    const behind = balanced.map((id) => read.answer(infrastructure.datacenter.place, id)).find((place) => read.answer(network.place.internet, place) === "proxy");
    if (behind === undefined) return;
    const name = clusterName(read, cluster);
    report({
      title: `NO_PROXY cannot name the user clusters of ${name}`,
      message: `With LoadBalancer, workers dial each user cluster by a bare address that is handed out when it is created. Workers in ${placeName(read, behind)} stand behind a proxy, and no block is known that their NO_PROXY could hold.`,
      remedy: "Find out from which block the load balancer takes its addresses and add it to NO_PROXY, or choose NodePort, where user clusters have names.",
      fixes: strategyFix(read, balanced, "Use NodePort", "NodePort"),
      running: "Find out from which block the load balancer takes its addresses and add it to NO_PROXY.",
      answers: [...strategyPaths(read, balanced), read.path(loadBalancer.cluster.kind, cluster), read.path(network.place.internet, behind)],
    });
  },
});
