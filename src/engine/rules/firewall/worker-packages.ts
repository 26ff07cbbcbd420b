import { lookThrough } from "../../answers/answers.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { packageHosts } from "../../facts/external-hosts.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import { operatingSystemOf, operatingSystems, type OperatingSystemId } from "../../operating-systems/registry.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { hostsFrom, type FoundHost } from "./found-hosts.ts";

const hostsOf = (read: Reader, systems: readonly OperatingSystem[]): readonly FoundHost[] => systems.flatMap(({ packages }) => (packages ? hostsFrom(read, packages.hosts) : []));

/** Systems whose packages come over TLS. */
const overTls = (ids: readonly OperatingSystemId[]): readonly OperatingSystem[] => ids.map(operatingSystemOf).filter((system: OperatingSystem) => system.packages?.over === "tls");

/** Package sources that workers of a datacenter need: `perhaps` where no page says which operating systems there are. */
export function workerPackages(read: Reader, datacenter: string): { readonly hosts: readonly FoundHost[]; readonly needed: "surely" | "perhaps" } {
  const offered = providerOf(read.answer(infrastructure.datacenter.provider, datacenter)).operatingSystems;
  if (offered.length === 0) return { hosts: hostsFrom(read, packageHosts), needed: "perhaps" };
  return { hosts: hostsOf(read, read.answer(infrastructure.datacenter.operatingSystems, datacenter).map(operatingSystemOf)), needed: "surely" };
}

/** Hosts of the container runtime of workers; those of all systems where no page says which there are. */
export function workerRuntime(read: Reader, datacenter: string): readonly FoundHost[] {
  const offered = providerOf(read.answer(infrastructure.datacenter.provider, datacenter)).operatingSystems;
  const systems: readonly OperatingSystem[] = offered.length === 0 ? operatingSystems : read.answer(infrastructure.datacenter.operatingSystems, datacenter).map(operatingSystemOf);
  return [...new Set(systems.flatMap(({ runtime }) => runtime ?? []))].flatMap((fact) => hostsFrom(read, fact));
}

/** Systems of a datacenter whose packages come over TLS, in words. */
export const packagesOverTls = (read: Reader, datacenter: string): string =>
  listed(overTls(read.answer(infrastructure.datacenter.operatingSystems, datacenter)).map(({ title }) => title));

/** Package sources of all workers over TLS, as far as their systems are answered. */
export const furtherPackages = (read: Reader): readonly FoundHost[] => {
  const systems = new Set(read.subjects("datacenter").flatMap((id) => {
    const chosen = infrastructure.datacenter.operatingSystems.asked?.(lookThrough(read), id) ? read.maybe(infrastructure.datacenter.operatingSystems, id) : undefined;
    return chosen?.kind === "known" ? chosen.value : [];
  }));
  return hostsOf(read, overTls([...systems]));
};
