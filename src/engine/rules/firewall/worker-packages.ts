import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { packageHosts, type AllowedHost } from "../../facts/external-hosts.ts";
import type { Reader } from "../../kernel/rule.ts";
import { providerOf } from "../../providers/registry.ts";

/** Package sources that workers of a datacenter need, as far as their operating systems are known: `perhaps` while nobody chose among several. */
export function workerPackages(read: Reader, datacenter: string): { readonly hosts: readonly AllowedHost[]; readonly needed: "surely" | "perhaps" } {
  const offered = providerOf(read.answer(infrastructure.datacenter.provider, datacenter)).operatingSystems;
  const chosen = read.optional(infrastructure.datacenter.operatingSystems, datacenter);
  if (chosen && !chosen.includes("ubuntu")) return { hosts: [], needed: "surely" };
  return { hosts: read.fact(packageHosts), needed: chosen || offered.length === 1 ? "surely" : "perhaps" };
}
