import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import type { FoundHost } from "./found-hosts.ts";

/** Registries of a provider's own images, with what they are for. */
export const imagesOf = (provider: Provider, registries = provider.registries): readonly FoundHost[] => {
  const { registriesNamed, title } = provider;
  const reads = registriesNamed ? { reads: [(read: Reader): void => read.cite(...registriesNamed.sources)] } : {};
  return registries.map((host) => ({ host, purpose: `Images of ${title}`, ...reads }));
};

/** The same for all clusters and datacenters of some places; never waits. */
export function providerRegistries(read: Reader, places: readonly string[]): readonly FoundHost[] {
  const used = [
    ...read.subjects("cluster").map((id) => [read.optional(infrastructure.cluster.place, id), read.optional(infrastructure.cluster.provider, id)] as const),
    ...read.subjects("datacenter").map((id) => [read.optional(infrastructure.datacenter.place, id), read.optional(infrastructure.datacenter.provider, id)] as const),
  ];
  const chosen = used.flatMap(([place, provider]) => (provider !== undefined && place !== undefined && places.includes(place) ? [provider] : []));
  const all = [...new Set(chosen)].flatMap((provider) => imagesOf(providerOf(provider)));
  return [...new Map(all.map((row) => [row.host, row])).values()];
}
