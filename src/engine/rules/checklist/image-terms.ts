import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { versions } from "../../answers/chapters/versions.ts";
import { rule, type Reader, type Rule } from "../../kernel/rule.ts";
import { operatingSystemOf, type OperatingSystemId } from "../../operating-systems/registry.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { listed } from "../../values/sentence.ts";
import { clusterName, datacenterName, placeName } from "../basics/platform.ts";
import { sites } from "../firewall/sites.ts";
import { itemOf, onlyForNew, type Draft } from "./item.ts";

/** Machines that start from images of a provider, with their systems. */
interface Starters {
  readonly provider: ProviderId;
  readonly name: string;
  readonly systems: readonly OperatingSystemId[];
}

/** Terms of a provider's marketplace that somebody accepts before machines start from images there. */
const imageTerms = rule<readonly Draft[]>({
  id: "checklist.image-terms",
  title: "Checklist: terms of images",
  per: "place",
  sources: ["kkp.providers"],
  derive: (read, place) => {
    onlyForNew(read);
    const { providers = [], clusters = [], datacenters = [] } = read.rule(sites).get(place) ?? {};
    read.need(
      ...clusters.map((cluster) => [infrastructure.cluster.provider, cluster] as const),
      ...datacenters.map((datacenter) => [infrastructure.datacenter.provider, datacenter] as const),
    );
    return providers.flatMap((id) => {
      const { terms, title }: Provider = providerOf(id);
      if (!terms) return [];
      const starters = [...datacenters.flatMap((datacenter) => ofWorkers(read, datacenter)), ...clusters.flatMap((cluster) => ofCluster(read, cluster))]
        .map((one) => ({ ...one, systems: one.systems.filter((system) => terms.systems.includes(system)) }))
        .filter(({ provider, systems }) => provider === id && systems.length > 0);
      if (starters.length === 0) return [];
      read.cite(...terms.sources);
      const systems = listed([...new Set(starters.flatMap((one) => one.systems))].map((system) => operatingSystemOf(system).title));
      return [
        itemOf(read, `image-terms[${place}]`, {
          title: `Terms of the images of ${systems} accepted on ${title}, ${placeName(read, place)}`,
          team: "infrastructure",
          chapter: "infrastructure",
          verify: terms.verify,
          why: `Machines of ${listed(starters.map(({ name }) => name))} start from them. ${terms.why}`,
        }),
      ];
    });
  },
});

const ofWorkers = (read: Reader, datacenter: string): readonly Starters[] => {
  const provider = read.answer(infrastructure.datacenter.provider, datacenter);
  return (providerOf(provider) as Provider).terms ? [{ provider, name: datacenterName(read, datacenter), systems: read.answer(infrastructure.datacenter.operatingSystems, datacenter) }] : [];
};

const ofCluster = (read: Reader, cluster: string): readonly Starters[] => {
  const provider = read.answer(infrastructure.cluster.provider, cluster);
  if (!(providerOf(provider) as Provider).terms || read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return [];
  return [{ provider, name: clusterName(read, cluster), systems: [read.answer(versions.cluster.operatingSystem, cluster)] }];
};

export const imageTermItems: readonly Rule<readonly Draft[]>[] = [imageTerms];
