import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { AddressGuard } from "../../providers/contract/machine-networks.ts";
import { guardOf } from "../basics/address-guard.ts";
import { datacenterName } from "../basics/platform.ts";
import { workloadSupplier } from "./supplier.ts";

/** Title of the step in which ports of workers let addresses of workloads pass. */
export const workloadPortsTitle = (read: Reader, datacenter: string): string => `Let addresses of workloads of ${datacenterName(read, datacenter)} pass`;

/** What an infrastructure does to addresses that workers of user clusters announce. Ends the rule where it does nothing, or where they announce none. */
export function guardedWorkloads(read: Reader, datacenter: string): { readonly guard: AddressGuard; readonly title: string } {
  const guarded = guardOf(read, infrastructure.datacenter.provider, datacenter);
  if (!read.rule(workloadSupplier, datacenter).announcedByWorkers) return read.notApplicable("The platform has no worker announce an address.");
  read.fact(guarded.guard.fact);
  return guarded;
}
