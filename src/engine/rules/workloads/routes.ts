import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import type { Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { contains, parseBlock, parseRange } from "../../values/range.ts";
import { catalogueBlock, type CatalogueBlock } from "./catalogue-block.ts";
import { segmentOf } from "./segment.ts";

/** A block for workloads that workers announce to routers, because it is none of their own segment. */
export interface WorkloadRoutes extends CatalogueBlock {
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
    const { inSegment, ...block } = catalogueBlock(read, datacenter);
    if (inSegment) return read.notApplicable("Workers answer for these addresses in their own segment.");
    const { workloadRouters, workloadRouterAsn, workloadAsn } = workloadAddresses.datacenter;
    return { ...block, routers: read.maybe(workloadRouters, datacenter), routerAsn: read.maybe(workloadRouterAsn, datacenter), asn: read.maybe(workloadAsn, datacenter) };
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
