import { rule } from "../../kernel/rule.ts";
import { workloadSupplier } from "./supplier.ts";
import { balancerSoFar } from "../basics/balancer.ts";

/** Platform clusters and datacenters whose Services KubeLB gives addresses. */
export interface Served {
  readonly clusters: readonly string[];
  readonly datacenters: readonly string[];
}

/** Everything that KubeLB serves, as far as it is answered. */
export const servedByHub = rule<Served>({
  id: "workloads.served-by-kubelb",
  title: "Tenants of KubeLB",
  per: "plan",
  sources: ["kkp.setup-checklist"],
  derive: (read) => ({
    clusters: read.subjects("cluster").filter((id) => balancerSoFar(read, id)?.addressesFrom === "hub"),
    datacenters: read.subjects("datacenter").filter((id) => {
      const outcome = read.outcome(workloadSupplier, id);
      return outcome.kind === "known" && outcome.value.addressesFrom === "hub";
    }),
  }),
});
