import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";
import { infrastructureSupplier } from "../../workload-suppliers/infrastructure.ts";
import { workloadSupplierOf } from "../../workload-suppliers/registry.ts";
import type { WorkloadSupplier } from "../../workload-suppliers/workload-supplier.ts";
import { createsLoadBalancers, loadBalancerQuestion } from "../basics/infrastructure.ts";

/** What gives Services of a datacenter's user clusters their addresses. */
export const workloadSupplier = rule<WorkloadSupplier>({
  id: "workloads.supplier",
  title: "Load balancer of the workloads",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => {
    const provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const place = loadBalancerQuestion(provider) ? read.answer(infrastructure.datacenter.place, datacenter) : "";
    return createsLoadBalancers(read, provider, place) ? infrastructureSupplier : workloadSupplierOf(read.answer(workloadAddresses.datacenter.workloads, datacenter));
  },
});

/** Whether somebody chose KubeLB for the workloads of some datacenter; one pass, so that many Seeds stay linear. */
export const someChoseHub = rule<boolean>({
  id: "workloads.chose-kubelb",
  title: "Whether a datacenter is to be served by KubeLB",
  per: "plan",
  sources: [],
  derive: (read) => read.subjects("datacenter").some((id) => choseHub(read, id)),
});

function choseHub(read: Reader, datacenter: string): boolean {
  const chosen = read.optional(workloadAddresses.datacenter.workloads, datacenter);
  return chosen !== undefined && workloadSupplierOf(chosen).addressesFrom === "hub";
}

/** Whether KubeLB gives Services of a datacenter's user clusters their addresses. Only who chose it waits for whether the infrastructure does so itself. */
export const suppliedByHub = (read: Reader, datacenter: string): boolean => choseHub(read, datacenter) && read.rule(workloadSupplier, datacenter).addressesFrom === "hub";

/** The same as far as it is known, for what is certain whether or not it does. */
export function knownFromHub(read: Reader, datacenter: string): boolean {
  if (!choseHub(read, datacenter)) return false;
  const supplier = read.outcome(workloadSupplier, datacenter);
  return supplier.kind === "known" && supplier.value.addressesFrom === "hub";
}

/** Whether Services of a datacenter's user clusters take addresses from a block of the customer. */
export const takesWorkloadBlock = rule<boolean>({
  id: "workloads.takes-block",
  title: "Whether workloads take addresses from a block",
  per: "datacenter",
  sources: [],
  derive: (read, datacenter) => read.rule(workloadSupplier, datacenter).addressesFrom === "block",
});
