import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import type { Value } from "../../kernel/outcome.ts";
import type { Reader } from "../../kernel/rule.ts";
import { operatingSystems, type OperatingSystemId } from "../../operating-systems/registry.ts";
import type { OperatingSystem } from "../../operating-systems/operating-system.ts";
import { ubuntu } from "../../operating-systems/ubuntu.ts";
import { providerOf } from "../../providers/registry.ts";

const there = (place: Value<string>, places: readonly string[]): boolean => place.kind === "known" && places.includes(place.value);

/** Operating systems of machines at some places that KubeOne sets up, as far as they are answered. */
export function builtSystemsAt(read: Reader, places: readonly string[]): readonly OperatingSystem[] {
  const run = new Set(idsOfBuilt(read, places));
  return operatingSystems.filter(({ id }) => run.has(id));
}

function idsOfBuilt(read: Reader, places: readonly string[]): readonly OperatingSystemId[] {
  return read.subjects("cluster").flatMap((cluster): readonly OperatingSystemId[] => {
    if (!there(read.maybe(infrastructure.cluster.place, cluster), places)) return [];
    const provisioning = read.maybe(infrastructure.cluster.provisioning, cluster);
    return provisioning.kind === "known" && provisioning.value === "kubeone" ? [read.answer(versions.cluster.operatingSystem, cluster)] : [];
  });
}

/** Operating systems of machines at some places that KubeOne or KKP sets up, as far as they are answered; Ubuntu stands for those of workers that no page says. */
export function systemsAt(read: Reader, places: readonly string[]): readonly OperatingSystem[] {
  const ofWorkers = read.subjects("datacenter").flatMap((datacenter): readonly OperatingSystemId[] => {
    if (!there(read.maybe(infrastructure.datacenter.place, datacenter), places)) return [];
    const provider = read.maybe(infrastructure.datacenter.provider, datacenter);
    if (provider.kind !== "known") return [];
    return providerOf(provider.value).operatingSystems.length === 0 ? [ubuntu.id] : read.answer(infrastructure.datacenter.operatingSystems, datacenter);
  });
  const run = new Set([...idsOfBuilt(read, places), ...ofWorkers]);
  return operatingSystems.filter(({ id }) => run.has(id));
}
