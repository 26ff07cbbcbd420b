import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { takersAt } from "../basics/image-takers.ts";
import { sites } from "./sites.ts";

/** An infrastructure of a place whose machines start from images that a web server holds. */
export interface ImageLoader {
  readonly provider: ProviderId;
  /** Clusters of the platform that KubeOne builds there. */
  readonly clusters: readonly string[];
  /** Datacenters whose workers start from them. */
  readonly datacenters: readonly string[];
}

/** Infrastructures of a place whose machines start from images on a web server, as far as datacenters and clusters there name theirs. */
export function imageLoaders(read: Reader, place: string): readonly ImageLoader[] {
  const { datacenters = [], clusters = [] } = read.rule(sites).get(place) ?? {};
  const loads = (kind: "cluster" | "datacenter", id: string): readonly ProviderId[] => {
    const provider = read.maybe(infrastructure[kind].provider, id);
    return provider.kind === "known" && (providerOf(provider.value) as Provider).imageUrls ? [provider.value] : [];
  };
  const ofWorkers = datacenters.flatMap((id) => loads("datacenter", id).map((provider) => ({ id, provider })));
  return [...new Set([...ofWorkers.map(({ provider }) => provider), ...clusters.flatMap((id) => loads("cluster", id))])]
    .map((provider) => ({ provider, clusters: takersAt(read, place, provider).clusters, datacenters: ofWorkers.filter((one) => one.provider === provider).map(({ id }) => id) }))
    .filter((loader) => loader.datacenters.length > 0 || loader.clusters.length > 0);
}
