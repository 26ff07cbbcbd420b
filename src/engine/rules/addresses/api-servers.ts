import { exposure } from "../../answers/chapters/exposure.ts";
import { rule } from "../../kernel/rule.ts";
import { departs } from "../basics/exposure.ts";
import { allOf, clustersIn, datacentersOf } from "../basics/platform.ts";

/** Number of user clusters of a Seed whose API servers get a load balancer of their own. */
export const apiServersBalanced = rule<number>({
  id: "addresses.api-servers-balanced",
  title: "API servers with a load balancer of their own",
  per: "cluster",
  sources: ["kkp.code.datacenter"],
  derive: (read, cluster) => {
    if (!departs(read, "api")) return 0;
    return read
      .rule(datacentersOf, cluster)
      .filter((id) => read.answer(exposure.datacenter.apiLoadBalancer, id))
      .reduce((sum, id) => sum + allOf(read.rule(clustersIn, id)), 0);
  },
});
