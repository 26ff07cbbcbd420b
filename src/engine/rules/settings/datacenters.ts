import { fronts } from "../../answers/chapters/fronts.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { rule } from "../../kernel/rule.ts";
import type { Setting } from "../../plan/plan.ts";
import { departs } from "../basics/exposure.ts";
import { clusterName, datacenterName, workerNetwork } from "../basics/platform.ts";
import { isPrivate } from "../../values/address.ts";
import { workloadSupplier } from "../workloads/supplier.ts";
import { seedObject, setting } from "./setting.ts";

/** Fields of a datacenter that hold for any infrastructure. */
export const datacenterFields = rule<readonly Setting[]>({
  id: "settings.seeds-datacenter",
  title: "Fields of the datacenter",
  per: "datacenter",
  sources: ["kkp.code.datacenter", "kkp.apiserver-policies", "kkp.kubelb"],
  derive: (read, datacenter) => {
    const name = datacenterName(read, datacenter);
    const object = seedObject(clusterName(read, read.answer(infrastructure.datacenter.seed, datacenter)));
    const row = (id: string, field: string, value: Setting["value"] | string, why: string) => setting(read, { topic: "seeds", object, id: `seeds.${id}[${datacenter}]`, field: `spec.datacenters.${name}.${field}`, value, why });
    const supplier = read.outcome(workloadSupplier, datacenter);
    const kubelb = supplier.kind === "known" && supplier.value === "kubelb";
    const network = kubelb ? read.optionalRule(workerNetwork, datacenter) : undefined;
    return [
      ...(departs(read, "api") && read.answer(fronts.datacenter.apiLoadBalancer, datacenter) ? [row("datacenter-api", "spec.apiServerServiceType", "LoadBalancer", `Every API server of ${name} then gets an address of its own on TCP 443, beside the expose strategy.`)] : []),
      ...(kubelb ? [row("datacenter-kubelb", "spec.kubelb.enabled", "true", `User clusters of ${name} may take their addresses from KubeLB; each asks for it unless it is enforced.`)] : []),
      ...(network !== undefined && isPrivate(network.split("/")[0] ?? network) ? [row("datacenter-kubelb-nodes", "spec.kubelb.nodeAddressType", "InternalIP", `KubeLB would look for external addresses, and workers in ${network} have none.`)] : []),
    ];
  },
});
