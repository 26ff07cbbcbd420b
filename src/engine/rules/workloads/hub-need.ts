import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { rule } from "../../kernel/rule.ts";
import { formatCount } from "../../values/figures.ts";
import { slotsOf } from "../addresses/slots.ts";
import { apiServersBalanced } from "../addresses/api-servers.ts";
import { allOf, clustersIn, seeds } from "../basics/platform.ts";
import { userClustersWith } from "../basics/exposure.ts";
import { servedByHub } from "./hub.ts";
import { workloadSupplier } from "./supplier.ts";

/** Addresses that KubeLB must hold. */
export interface HubNeed {
  /** At least: one for each Service that this plan knows, and one for the ingress of each user cluster. */
  readonly needed: number;
  /** User clusters among them. */
  readonly userClusters: number;
  /** "2 Services of the platform and 12 user clusters": what they are for. */
  readonly tenants: string;
}

/** Addresses that Services of tenants take from KubeLB's block. */
export const hubNeed = rule<HubNeed>({
  id: "workloads.kubelb-need",
  title: "Addresses that KubeLB holds",
  per: "plan",
  sources: ["kubelb.l4"],
  derive: (read) => {
    const { clusters, datacenters } = read.rule(servedByHub);
    if (clusters.length + datacenters.length === 0) return read.notApplicable("KubeLB serves nothing in this plan.");
    for (const id of read.subjects("datacenter")) {
      // Whether the infrastructure has a load balancer decides whether KubeLB is asked about at all.
      const outcome = read.outcome(workloadSupplier, id);
      if (outcome.kind === "waiting" && !outcome.missing.includes(read.path(workloadAddresses.datacenter.workloads, id))) read.rule(workloadSupplier, id);
    }
    const withSeed = new Set(read.rule(seeds));
    const services = clusters.reduce((sum, id) => {
      const own = withSeed.has(id) ? userClustersWith(read, id, "LoadBalancer") + read.rule(apiServersBalanced, id) : 0;
      return sum + read.rule(slotsOf, id).length + own;
    }, 0);
    const userClusters = datacenters.reduce((sum, id) => sum + allOf(read.rule(clustersIn, id)), 0);
    const parts = [
      ...(services > 0 ? [formatCount(services, "Service of the platform", "Services of the platform")] : []),
      ...(userClusters > 0 ? [formatCount(userClusters, "user cluster")] : []),
    ];
    return { needed: services + userClusters, userClusters, tenants: parts.length === 0 ? "tenants to come" : parts.join(" and ") };
  },
});
