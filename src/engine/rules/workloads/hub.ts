import { loadBalancer } from "../../answers/chapters/load-balancer.ts";
import { rule } from "../../kernel/rule.ts";
import { loadBalancerKindOf, type LoadBalancerKindId } from "../../load-balancers/registry.ts";
import type { LoadBalancerKind } from "../../load-balancers/load-balancer.ts";
import { workloadSupplier } from "./supplier.ts";

/** Platform clusters and datacenters whose Services KubeLB gives addresses. */
export interface Served {
  readonly clusters: readonly string[];
  readonly datacenters: readonly string[];
}

const recordOf = (id: LoadBalancerKindId): LoadBalancerKind => loadBalancerKindOf(id);

/** Everything that KubeLB serves, as far as it is answered. */
export const servedByHub = rule<Served>({
  id: "workloads.served-by-kubelb",
  title: "Tenants of KubeLB",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => ({
    clusters: read.subjects("cluster").filter((id) => {
      const kind = read.optional(loadBalancer.cluster.kind, id);
      return kind !== undefined && recordOf(kind).addressesFrom === "hub";
    }),
    datacenters: read.subjects("datacenter").filter((id) => {
      const outcome = read.outcome(workloadSupplier, id);
      return outcome.kind === "known" && outcome.value.addressesFrom === "hub";
    }),
  }),
});
