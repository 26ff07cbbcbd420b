import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { packageHosts, type AllowedHost } from "../../facts/external-hosts.ts";
import type { Reader } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";

/** Package sources that workers of a datacenter need: `perhaps` where no page says which operating systems there are. */
export function workerPackages(read: Reader, datacenter: string): { readonly hosts: readonly AllowedHost[]; readonly needed: "surely" | "perhaps" } {
  const offered = providerOf(read.answer(infrastructure.datacenter.provider, datacenter)).operatingSystems;
  if (offered.length === 0) return { hosts: read.fact(packageHosts), needed: "perhaps" };
  return { hosts: read.answer(infrastructure.datacenter.operatingSystems, datacenter).includes("ubuntu") ? read.fact(packageHosts) : [], needed: "surely" };
}
