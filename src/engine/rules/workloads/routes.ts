import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { contains, formatRange, parseBlock, parseRange } from "../../values/range.ts";
import { segmentOf } from "./segment.ts";
import { leftOutOfBlock } from "./left-out.ts";
import { workloadSupplier } from "./supplier.ts";

/** A block for workloads that workers announce to routers, because it is none of their own segment. */
export interface WorkloadRoutes {
  readonly block: string;
  readonly segment: string;
  /** Addresses of the block that somebody has. */
  readonly leftOut: readonly string[];
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
    if (!read.rule(workloadSupplier, datacenter).catalogue) return read.notApplicable("No MetalLB of the application catalogue gives these workloads their addresses.");
    const block = read.answer(loadBalancer.datacenter.workloadBlock, datacenter);
    const inner = parseBlock(block);
    const segment = segmentOf(read, datacenter, inner?.family ?? 4);
    const outer = parseBlock(segment);
    if (!inner || !outer || contains(outer, inner)) return read.notApplicable("Workers answer for these addresses in their own segment.");
    const { workloadRouters, workloadRouterAsn, workloadAsn } = workloadAddresses.datacenter;
    return { block, segment, leftOut: read.rule(leftOutOfBlock, datacenter).map(({ range }) => formatRange(range)), routers: read.maybe(workloadRouters, datacenter), routerAsn: read.maybe(workloadRouterAsn, datacenter), asn: read.maybe(workloadAsn, datacenter) };
  },
});

/** Routers outside the workers' network of their family, which plain eBGP does not reach; none while an AS number is open. */
export function distantRouters(read: Reader, datacenter: string): readonly { readonly router: string; readonly segment: string }[] {
  const { routers, routerAsn, asn } = read.rule(workloadRoutes, datacenter);
  // Sessions within one AS pass further hops by themselves.
  if (routers.kind !== "known" || routerAsn.kind !== "known" || asn.kind !== "known" || routerAsn.value === asn.value) return [];
  return routers.value.flatMap((router) => {
    const range = parseRange(router);
    if (!range) return [];
    const segment = segmentOf(read, datacenter, range.family);
    const workers = parseBlock(segment);
    return workers?.family === range.family && !contains(workers, range) ? [{ router, segment }] : [];
  });
}
