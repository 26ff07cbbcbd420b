import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { registryContent } from "../../facts/external-hosts.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { holding, hostsFrom, type FoundHost } from "./found-hosts.ts";

/** Registries of a provider's own images, with what they are for and where they hand over to. */
export const imagesOf = (read: Reader, { registries, title }: Provider): readonly FoundHost[] => withContent(read, registries, title);

/** Registries of an infrastructure, each with its content hosts. */
export const withContent = (read: Reader, registries: readonly string[], title: string): readonly FoundHost[] =>
  registries.flatMap((host) => {
    const content = registryContent[host];
    return holding("images", [{ host, purpose: `Images of ${title}` }, ...(content ? hostsFrom(read, content) : [])]);
  });

/** The same for all clusters and datacenters of some places; never waits. */
export function providerRegistries(read: Reader, places: readonly string[]): readonly FoundHost[] {
  const used = [
    ...read.subjects("cluster").map((id) => [read.optional(infrastructure.cluster.place, id), read.optional(infrastructure.cluster.provider, id)] as const),
    ...read.subjects("datacenter").map((id) => [read.optional(infrastructure.datacenter.place, id), read.optional(infrastructure.datacenter.provider, id)] as const),
  ];
  const chosen = used.flatMap(([place, provider]) => (provider !== undefined && place !== undefined && places.includes(place) ? [provider] : []));
  const all = [...new Set(chosen)].flatMap((provider) => imagesOf(read, providerOf(provider)));
  return [...new Map(all.map((row) => [row.host, row])).values()];
}
