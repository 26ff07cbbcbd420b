import { workloadAddresses } from "../../answers/chapters/workload-addresses.ts";
import { check } from "../../kernel/check.ts";
import { datacenterName, workerNetwork } from "../../rules/basics/platform.ts";
import { workloadSupplier } from "../../rules/workloads/supplier.ts";
import { isPrivate } from "../../values/address.ts";

/** KubeLB looks for external addresses of nodes; private ones must be asked for. */
export const kubelbNodeAddresses = check({
  id: "balancers.kubelb-node-addresses",
  title: "KubeLB finds the workers' addresses",
  severity: "warning",
  per: "datacenter",
  sources: ["kubelb.tenant", "kkp.kubelb"],
  examine: (read, datacenter, report) => {
    if (read.rule(workloadSupplier, datacenter) !== "kubelb") return;
    const segment = read.rule(workerNetwork, datacenter);
    if (!isPrivate(segment.split("/")[0] ?? segment)) return;
    const name = datacenterName(read, datacenter);
    report({
      title: `KubeLB must use internal addresses in ${name}`,
      message: `Workers of ${name} stand in ${segment} and have no external address, which is what KubeLB takes unless it is told otherwise; its Services would lead nowhere.`,
      remedy: "Set nodeAddressType to InternalIP in the kubelb section of the datacenter.",
      answers: [read.path(workloadAddresses.datacenter.workloads, datacenter)],
    });
  },
});
