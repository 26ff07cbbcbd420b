import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { rule } from "../../kernel/rule.ts";
import { formatCount } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";
import { slotsOf } from "../addresses/slots.ts";
import { apiServersBalanced } from "../addresses/api-servers.ts";
import { allOf, clustersIn, datacentersOf, seeds } from "../basics/platform.ts";
import { userClustersWith } from "../basics/exposure.ts";
import { servedByHub } from "./hub.ts";
import { workloadSupplier } from "./supplier.ts";
import { balancersNeeded } from "../basics/balancer.ts";

/** Addresses that KubeLB must hold. */
export interface HubNeed {
  /** At least: one for each Service that this plan knows, and one for the ingress of each user cluster. */
  readonly needed: number;
  /** Those of them that come and go with user clusters, and how many user clusters take them. */
  readonly grown: number;
  readonly takers: number;
  /** Clusters that are tenants: those of the platform, and each user cluster whose workloads it serves. */
  readonly tenantCount: number;
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
    // A cluster may still turn out to be one of them.
    read.need(...balancersNeeded(read, read.subjects("cluster")));
    for (const id of read.subjects("datacenter")) {
      // Whether the infrastructure has a load balancer decides whether KubeLB is asked about at all.
      const outcome = read.outcome(workloadSupplier, id);
      if (outcome.kind === "waiting" && !outcome.missing.includes(read.path(workloadAddresses.datacenter.workloads, id))) read.rule(workloadSupplier, id);
    }
    const withSeed = new Set(read.rule(seeds));
    const workloads = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + allOf(read.rule(clustersIn, id)), 0);
    const fixed = clusters.reduce((sum, id) => sum + read.rule(slotsOf, id).length, 0);
    const userClusters = workloads(datacenters);
    // A user cluster may take addresses for its API and for its workloads; it is one user cluster all the same.
    const bySeed = clusters.filter((id) => withSeed.has(id)).map((seed) => {
      const [fronts, apis, served] = [userClustersWith(read, seed, "LoadBalancer"), read.rule(apiServersBalanced, seed), read.rule(datacentersOf, seed).filter((id) => datacenters.includes(id))];
      return { own: fronts + apis, served, takers: Math.max(fronts, apis, workloads(served)) };
    });
    const own = bySeed.reduce((sum, seed) => sum + seed.own, 0);
    const elsewhere = workloads(datacenters.filter((id) => !bySeed.some(({ served }) => served.includes(id))));
    const services = fixed + own;
    const parts = [
      ...(services > 0 ? [formatCount(services, "Service of the platform", "Services of the platform")] : []),
      ...(userClusters > 0 ? [formatCount(userClusters, "user cluster")] : []),
    ];
    return { tenantCount: clusters.length + userClusters, needed: services + userClusters, grown: own + userClusters, takers: bySeed.reduce((sum, seed) => sum + seed.takers, elsewhere), tenants: parts.length === 0 ? "tenants to come" : listed(parts) };
  },
});
