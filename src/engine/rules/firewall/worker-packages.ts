import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { kubeOneHosts, packageHosts } from "../../facts/external-hosts.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import { operatingSystemOf, operatingSystems } from "../../operating-systems/registry.ts";
import { ubuntu } from "../../operating-systems/ubuntu.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { hostsFrom, type FoundHost } from "./found-hosts.ts";

/** Hosts that machines with some systems ask for packages, whatever the infrastructure. */
export const hostsOf = (read: Reader, systems: readonly OperatingSystem[]): readonly FoundHost[] => systems.flatMap(({ packages }) => (packages ? hostsFrom(read, packages) : []));

/** Hosts that machines with Ubuntu ask for packages on an infrastructure: its own mirror, if it has one, and Ubuntu's servers. */
const ubuntuPackages = (read: Reader, { ubuntuMirror }: Provider): readonly FoundHost[] => [...(ubuntuMirror ? hostsFrom(read, ubuntuMirror) : []), ...hostsFrom(read, packageHosts)];

/** Those of a list that are asked without TLS; packages are signed. */
export const inPlain = (hosts: readonly FoundHost[]): readonly FoundHost[] => hosts.filter(({ ports }) => ports !== undefined);

/** Those of a list that are asked over TLS. */
export const overTls = (hosts: readonly FoundHost[]): readonly FoundHost[] => hosts.filter(({ ports }) => ports === undefined);

const systemsOf = (read: Reader, datacenter: string): readonly OperatingSystem[] => read.answer(infrastructure.datacenter.operatingSystems, datacenter).map(operatingSystemOf);

/** Hosts that machines with a system ask for packages on an infrastructure. */
const packagesOf = (read: Reader, provider: Provider, system: OperatingSystem): readonly FoundHost[] => (system.id === ubuntu.id ? ubuntuPackages(read, provider) : hostsOf(read, [system]));

/** Whether KubeOne installs packages on the machines of a cluster. */
export const installsPackages = (read: Reader, cluster: string): boolean => {
  const { packages }: OperatingSystem = operatingSystemOf(read.answer(versions.cluster.operatingSystem, cluster));
  return packages !== undefined;
};

/** Hosts that machines which KubeOne sets up ask for packages. */
export const nodePackages = (read: Reader, cluster: string): readonly FoundHost[] =>
  packagesOf(read, providerOf(read.answer(infrastructure.cluster.provider, cluster)), operatingSystemOf(read.answer(versions.cluster.operatingSystem, cluster)));

/** Hosts that KubeOne's scripts ask on machines with these systems, besides the distributor's packages. */
export const kubeOneAsks = (read: Reader, systems: readonly OperatingSystem[]): readonly FoundHost[] =>
  hostsFrom(read, kubeOneHosts).filter(({ packages }) => !packages || systems.some((system) => system.packages !== undefined));

/** Package sources that workers of a datacenter need: `perhaps` where no page says which operating systems there are. */
export function workerPackages(read: Reader, datacenter: string): { readonly hosts: readonly FoundHost[]; readonly needed: "surely" | "perhaps" } {
  const provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
  if (provider.operatingSystems.length === 0) return { hosts: ubuntuPackages(read, provider), needed: "perhaps" };
  return { hosts: systemsOf(read, datacenter).flatMap((system) => packagesOf(read, provider, system)), needed: "surely" };
}

/** Hosts of the container runtime of workers; those of all systems where no page says which there are. */
export function workerRuntime(read: Reader, datacenter: string): readonly FoundHost[] {
  const offered = providerOf(read.answer(infrastructure.datacenter.provider, datacenter)).operatingSystems;
  const systems: readonly OperatingSystem[] = offered.length === 0 ? operatingSystems : systemsOf(read, datacenter);
  return runtimeOf(read, systems);
}

/** Hosts that machines with some systems load the container runtime from. */
export const runtimeOf = (read: Reader, systems: readonly OperatingSystem[]): readonly FoundHost[] => [...new Set(systems.flatMap(({ runtime }) => runtime ?? []))].flatMap((fact) => hostsFrom(read, fact));

const updatesFrom = (read: Reader, systems: readonly OperatingSystem[]): readonly FoundHost[] => systems.flatMap(({ updates }) => (updates ? hostsFrom(read, updates) : []));

/** Hosts that workers ask for new versions of their system; those of all systems where no page says which there are. */
export function workerUpdates(read: Reader, datacenter: string): readonly FoundHost[] {
  const offered = providerOf(read.answer(infrastructure.datacenter.provider, datacenter)).operatingSystems;
  return updatesFrom(read, offered.length === 0 ? operatingSystems : systemsOf(read, datacenter));
}

/** The same of machines that KubeOne sets up. */
export const nodeUpdates = (read: Reader, cluster: string): readonly FoundHost[] => updatesFrom(read, [operatingSystemOf(read.answer(versions.cluster.operatingSystem, cluster))]);

/** Systems of a datacenter whose packages come over TLS, in words. */
export function packagesOverTls(read: Reader, datacenter: string): string {
  const provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
  return listed(systemsOf(read, datacenter).filter((system) => overTls(packagesOf(read, provider, system)).length > 0).map(({ title }) => title));
}
