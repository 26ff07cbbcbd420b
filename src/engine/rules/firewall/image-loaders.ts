import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { sites } from "./sites.ts";

/** Infrastructures of a place that load images of workers from a web server themselves, as far as datacenters there name theirs. */
export function imageLoaders(read: Reader, place: string): readonly ProviderId[] {
  const found = (read.rule(sites).get(place)?.datacenters ?? []).flatMap((id) => {
    const provider = read.maybe(infrastructure.datacenter.provider, id);
    return provider.kind === "known" && (providerOf(provider.value) as Provider).imageUrls?.way ? [provider.value] : [];
  });
  return [...new Set(found)];
}
