import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { OLDER_SYSTEMS, versions } from "../../answers/chapters/versions.ts";
import { workerVersions } from "../../facts/operating-systems.ts";
import { rule } from "../../kernel/rule.ts";
import { operatingSystemOf } from "../../operating-systems/registry.ts";
import { providerOf } from "../../providers/registry.ts";
import { platformSystem, takersAt } from "./image-takers.ts";
import { releaseIn } from "./platform.ts";

/** Systems of a datacenter's workers with the versions that images hold: older ones in place of what the profiles are made for. */
export const workerSystems = rule<readonly string[]>({
  id: "infrastructure.worker-systems",
  title: "Operating systems of workers with their versions",
  per: "datacenter",
  sources: ["kkp.os-support"],
  derive: (read, datacenter) => {
    const { title, operatingSystems } = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    const chosen = operatingSystems.length === 0 ? [] : read.answer(infrastructure.datacenter.operatingSystems, datacenter);
    if (chosen.length === 0) return read.notApplicable(`No page says which systems workers on ${title} run.`);
    const newest = read.fact(workerVersions)[releaseIn(read).id];
    const older = Object.values(OLDER_SYSTEMS).some(({ system }) => chosen.includes(system)) ? read.answer(versions.datacenter.olderSystems, datacenter) : [];
    return chosen.flatMap((id) => {
      const own = older.map((one) => OLDER_SYSTEMS[one]).filter(({ system }) => system === id);
      return own.length > 0 ? own.map(({ label }) => label) : [[operatingSystemOf(id).title, newest[id]].filter((word) => word !== undefined).join(" ")];
    });
  },
});

/** Clusters of the platform beside the workers of a datacenter whose machines start from one of the same images, where no datacenter before it has that image. */
export const clustersWithWorkers = rule<readonly string[]>({
  id: "infrastructure.clusters-with-workers",
  title: "Clusters with the images of workers",
  per: "datacenter",
  sources: ["kubeone.creating-clusters"],
  derive: (read, datacenter) => {
    const provider = providerOf(read.answer(infrastructure.datacenter.provider, datacenter));
    if (provider.images !== "customer") return read.notApplicable(`Nobody uploads images to ${provider.title}.`);
    const systems = read.rule(workerSystems, datacenter);
    const { clusters, datacenters } = takersAt(read, read.answer(infrastructure.datacenter.place, datacenter), provider.id);
    const before = datacenters.slice(0, datacenters.indexOf(datacenter));
    return clusters.filter((cluster) => {
      const system = platformSystem(read, cluster);
      return systems.includes(system) && !before.some((other) => read.optionalRule(workerSystems, other)?.includes(system));
    });
  },
});
