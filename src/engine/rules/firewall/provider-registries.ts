import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { registryContent } from "../../facts/external-hosts.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, providers } from "../../providers/registry.ts";
import { releaseIn } from "../basics/platform.ts";
import { holding, hostsFrom, type FoundHost } from "./found-hosts.ts";

/** Registries of a provider's own images, with what they are for and where they hand over to. */
export const imagesOf = (read: Reader, { registries, title }: Provider): readonly FoundHost[] => withContent(read, registries, title);

/** Registries of an infrastructure, each with its content hosts. */
export const withContent = (read: Reader, registries: readonly string[], title: string): readonly FoundHost[] =>
  registries.flatMap((host) => {
    const content = registryContent[host];
    return holding("images", [{ host, purpose: `Images of ${title}` }, ...(content ? hostsFrom(read, content) : [])]);
  });

/** Registries of all images that `mirror-images` copies for user clusters on an infrastructure. */
const mirroredOf = (read: Reader, { registries, seedRegistries = [], title }: Provider): readonly FoundHost[] => withContent(read, [...new Set([...registries, ...seedRegistries])], title);

/**
 * Registries of single providers that the mirror workstation copies from: for clusters of the platform at some places, and for
 * all user clusters, which one private registry serves; never waits.
 */
export function mirroredRegistries(read: Reader, places: readonly string[]): readonly FoundHost[] {
  const datacenters = read.subjects("datacenter");
  // The flag decides about hosts of images alone, whose rows cite it.
  const providerFilter = read.aside(() => releaseIn(read).providerFilter);
  const ofPlatform = read.subjects("cluster").flatMap((cluster) => {
    const [place, provider] = [read.optional(infrastructure.cluster.place, cluster), read.optional(infrastructure.cluster.provider, cluster)];
    return provider !== undefined && place !== undefined && places.includes(place) ? imagesOf(read, providerOf(provider)) : [];
  });
  const chosen = datacenters.flatMap((datacenter) => {
    const provider = read.maybe(infrastructure.datacenter.provider, datacenter);
    return provider.kind === "known" ? [provider.value] : [];
  });
  const asked = [...ofPlatform, ...chosen.flatMap((provider) => mirroredOf(read, providerOf(provider)))];
  const told = providerFilter !== undefined && datacenters.length > 0;
  const unasked = providers.filter((provider) => !told || provider.mirroredUnasked).flatMap((provider) => mirroredOf(read, provider));
  return byHost([...asked, ...inAnyCase(unasked)]);
}

/** What the command copies although nothing of the plan needs it. */
export const inAnyCase = (hosts: readonly FoundHost[]): readonly FoundHost[] => hosts.map((row) => ({ ...row, purpose: `${row.purpose}, which mirror-images copies in any case` }));

/** Each host once, with the first purpose. */
const byHost = (hosts: readonly FoundHost[]): readonly FoundHost[] => hosts.filter(({ host }, index) => hosts.findIndex((other) => other.host === host) === index);
