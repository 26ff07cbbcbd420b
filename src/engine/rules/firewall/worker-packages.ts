import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { packageHosts, rhelHosts, rockyHosts, type AllowedHost } from "../../facts/external-hosts.ts";
import type { Fact } from "../../facts/fact.ts";
import type { Reader } from "../../kernel/rule.ts";
import { OPERATING_SYSTEMS, type OperatingSystemId } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { hostsFrom, type FoundHost } from "./found-hosts.ts";

/** Package sources by operating system; one that loads none while it starts is missing. */
const SOURCES: Readonly<Partial<Record<OperatingSystemId, Fact<readonly AllowedHost[]>>>> = { ubuntu: packageHosts, rhel: rhelHosts, rocky: rockyHosts };

const hostsOf = (read: Reader, systems: readonly OperatingSystemId[]): readonly FoundHost[] =>
  systems.flatMap((system) => {
    const source = SOURCES[system];
    return source ? hostsFrom(read, source) : [];
  });

/** Package sources that workers of a datacenter need: `perhaps` where no page says which operating systems there are. */
export function workerPackages(read: Reader, datacenter: string): { readonly hosts: readonly FoundHost[]; readonly needed: "surely" | "perhaps" } {
  const offered = providerOf(read.answer(infrastructure.datacenter.provider, datacenter)).operatingSystems;
  if (offered.length === 0) return { hosts: hostsFrom(read, packageHosts), needed: "perhaps" };
  return { hosts: hostsOf(read, read.answer(infrastructure.datacenter.operatingSystems, datacenter)), needed: "surely" };
}

/** Systems of a datacenter whose packages come over TLS, in words. */
export const packagesOverTls = (read: Reader, datacenter: string): string =>
  listed(read.answer(infrastructure.datacenter.operatingSystems, datacenter).filter((system) => system !== "ubuntu" && SOURCES[system] !== undefined).map((system) => OPERATING_SYSTEMS[system]));

/** Package sources of all workers beside those of Ubuntu, as far as their systems are answered. */
export const furtherPackages = (read: Reader): readonly FoundHost[] => {
  const systems = new Set(read.subjects("datacenter").flatMap((id) => read.optional(infrastructure.datacenter.operatingSystems, id) ?? []));
  return hostsOf(read, [...systems].filter((system) => system !== "ubuntu"));
};
