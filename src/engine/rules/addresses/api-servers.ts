import { exposure } from "../../answers/chapters/exposure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { Fix } from "../../plan/plan.ts";
import { departs, type Strategy } from "../basics/exposure.ts";
import { reachedBy } from "../basics/strategy-fix.ts";
import { allOf, clusterName, clustersIn, datacentersOf } from "../basics/platform.ts";

/** Datacenters of a Seed whose API servers get a load balancer of their own. */
const balanced = (read: Reader, cluster: string): readonly string[] => (departs(read, "api") ? read.rule(datacentersOf, cluster).filter((id) => read.answer(exposure.datacenter.apiLoadBalancer, id)) : []);

/** The fix that lets API servers of a Seed be reached by the expose strategy alone. */
export const withoutApiBalancers = (read: Reader, cluster: string): Fix => ({
  title: `Leave API servers of ${clusterName(read, cluster)} to the expose strategy`,
  set: balanced(read, cluster).map((id) => ({ path: read.path(exposure.datacenter.apiLoadBalancer, id), value: false })),
});

/** Number of user clusters of a Seed whose API servers get a load balancer of their own. */
export const apiServersBalanced = rule<number>({
  id: "addresses.api-servers-balanced",
  title: "API servers with a load balancer of their own",
  per: "cluster",
  sources: ["kkp.code.datacenter"],
  derive: (read, cluster) => balanced(read, cluster).reduce((sum, id) => sum + allOf(read.rule(clustersIn, id)), 0),
});

/** The same of those whose user clusters are reached by one strategy. */
export const apiServersBalancedWith = (read: Reader, cluster: string, strategy: Strategy): number =>
  reachedBy(read, balanced(read, cluster), [strategy]).reduce((sum, id) => sum + allOf(read.rule(clustersIn, id)), 0);

/** The same of those whose user clusters are reached by Tunneling: their Service has a NodePort only with a load balancer. */
export const apiServersBesideTunnels = rule<number>({
  id: "addresses.api-servers-beside-tunnels",
  title: "API servers with a load balancer beside Tunneling",
  per: "cluster",
  sources: ["kkp.code.datacenter"],
  derive: (read, cluster) => apiServersBalancedWith(read, cluster, "Tunneling"),
});
