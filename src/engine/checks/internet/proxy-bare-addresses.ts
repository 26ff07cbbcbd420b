import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import type { Reader } from "../../kernel/rule.ts";
import { strategiesOf } from "../../rules/basics/exposure.ts";
import { clusterName, datacentersOf, masterCluster, placeName } from "../../rules/basics/platform.ts";
import { reachedBy, strategyFix, strategyPaths } from "../../rules/basics/strategy-fix.ts";
import { managementProxyOf } from "../../rules/internet/management-proxy.ts";
import { listed } from "../../values/sentence.ts";
import { balancerOf } from "../../rules/basics/balancer.ts";

/** User clusters at addresses that no NO_PROXY can name beforehand, dialled by workers or by the master from behind a proxy. */
export const proxyBareAddresses = check({
  id: "internet.proxy-bare-addresses",
  title: "Addresses of user clusters bypass the proxy",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.http-proxy", "kkp.code.address", "kkp.code.dashboard-clusters"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.role, cluster) === "master" || !read.rule(strategiesOf, cluster).includes("LoadBalancer")) return;
    // A pool of the cluster's own and the block of KubeLB stand in every NO_PROXY.
    if (["pool", "hub"].includes(balancerOf(read, cluster).addressesFrom)) return;
    const balanced = reachedBy(read, read.rule(datacentersOf, cluster), ["LoadBalancer"]);
    const throughProxy = (place: string): boolean => {
      const way = read.maybe(network.place.internet, place);
      return way.kind === "known" && way.value === "proxy";
    };
    const workers = balanced.map((id) => read.answer(infrastructure.datacenter.place, id)).find(throughProxy);
    // Where the master stands may be open: workers are told of without it.
    const master = dialsItself(read, cluster) ? read.maybe(infrastructure.cluster.place, read.rule(masterCluster)) : undefined;
    const dashboard = master?.kind === "known" && throughProxy(master.value) ? master.value : undefined;
    const places = [workers, dashboard].filter((place) => place !== undefined);
    if (places.length === 0) return;
    const name = clusterName(read, cluster);
    const who = listed([...(workers === undefined ? [] : ["workers"]), ...(dashboard === undefined ? [] : ["the dashboard's API"])]);
    const where = listed([...(workers === undefined ? [] : [`Workers in ${placeName(read, workers)}`]), ...(dashboard === undefined ? [] : [`${workers === undefined ? "The" : "the"} master in ${placeName(read, dashboard)}`])]);
    report({
      title: `NO_PROXY cannot name the user clusters of ${name}`,
      message: `With LoadBalancer, ${who} ${workers === undefined ? "dials" : "dial"} each user cluster by a bare address that is handed out when it is created. ${where} ${workers === undefined ? "stands" : "stand"} behind a proxy, and no block is known that NO_PROXY there could hold.`,
      remedy: "Find out from which block the load balancer takes its addresses and add it to NO_PROXY, or choose NodePort, where user clusters have names.",
      fixes: strategyFix(read, balanced, "Use NodePort", "NodePort"),
      running: "Find out from which block the load balancer takes its addresses and add it to NO_PROXY.",
      answers: [...strategyPaths(read, balanced), read.path(loadBalancer.cluster.kind, cluster), ...[...new Set(places)].map((place) => read.path(network.place.internet, place))],
    });
  },
});

/** Whether the dashboard's API calls user clusters of a Seed without a proxy of KKP between them. */
const dialsItself = (read: Reader, cluster: string): boolean => read.outcome(masterCluster).kind === "known" && read.outcome(managementProxyOf, cluster).kind === "not-applicable";
