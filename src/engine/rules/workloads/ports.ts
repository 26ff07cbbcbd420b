import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { AddressGuard, Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { datacenterName } from "../basics/platform.ts";
import { takesWorkloadBlock, workloadSupplier } from "./supplier.ts";

/** Title of the step in which ports of workers let addresses of workloads pass. */
export const workloadPortsTitle = (read: Reader, datacenter: string): string => `Let addresses of workloads of ${datacenterName(read, datacenter)} pass`;

/** What an infrastructure does to addresses that workers of user clusters announce. Ends the rule where it does nothing, or where they announce none. */
export function guardedWorkloads(read: Reader, datacenter: string): { readonly guard: AddressGuard; readonly title: string } {
  const { addressGuard: guard, title }: Provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
  if (!guard) return read.notApplicable(`No source says that ${title} drops packets of announced addresses.`);
  const supplier = read.rule(workloadSupplier, datacenter);
  if (supplier === "own" || !read.rule(takesWorkloadBlock, datacenter)) return read.notApplicable("The platform has no worker announce an address.");
  read.fact(guard.fact);
  return { guard, title };
}
