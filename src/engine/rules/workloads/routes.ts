import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule } from "../../kernel/rule.ts";
import { contains, parseBlock } from "../../values/range.ts";
import { workerNetwork } from "../basics/platform.ts";
import { workloadSupplier } from "./supplier.ts";

/** A block for workloads that workers announce to routers, because it is none of their own segment. */
export interface WorkloadRoutes {
  readonly block: string;
  readonly segment: string;
  readonly routers: Value<readonly string[]>;
  /** AS number of the routers, and that of the user clusters. */
  readonly routerAsn: Value<number>;
  readonly asn: Value<number>;
}

/** What tenants' MetalLB announces by BGP. */
export const workloadRoutes = rule<WorkloadRoutes>({
  id: "workloads.routes",
  title: "Routes of the workloads",
  per: "datacenter",
  sources: ["metallb.bgp-config", "metallb.l2"],
  derive: (read, datacenter) => {
    if (read.rule(workloadSupplier, datacenter) !== "metallb-app") return read.notApplicable("No MetalLB of the application catalogue gives these workloads their addresses.");
    const block = read.answer(loadBalancer.datacenter.workloadBlock, datacenter);
    const segment = read.rule(workerNetwork, datacenter);
    const [inner, outer] = [parseBlock(block), parseBlock(segment)];
    if (!inner || !outer || contains(outer, inner)) return read.notApplicable("Workers answer for these addresses in their own segment.");
    const { workloadRouters, workloadRouterAsn, workloadAsn } = workloadAddresses.datacenter;
    return { block, segment, routers: read.maybe(workloadRouters, datacenter), routerAsn: read.maybe(workloadRouterAsn, datacenter), asn: read.maybe(workloadAsn, datacenter) };
  },
});
