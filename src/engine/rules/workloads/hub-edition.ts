import { kubelbHub } from "../../answers/chapters/kubelb-hub.ts";
import type { Reader } from "../../kernel/rule.ts";
import { servedByHub } from "./hub.ts";
import { workloadSupplier } from "./supplier.ts";

/** Whether KubeLB must be the Enterprise Edition: KKP makes tenants in no other, and no other has mutual TLS. Waits for datacenters that may become tenants. */
export function hubIsEnterprise(read: Reader): boolean {
  if (read.rule(servedByHub).datacenters.length > 0 || read.answer(kubelbHub.plan.kubelbTraffic) === "mtls") return true;
  for (const datacenter of read.subjects("datacenter")) read.optionalRule(workloadSupplier, datacenter);
  return false;
}
