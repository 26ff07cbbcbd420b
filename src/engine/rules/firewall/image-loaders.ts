import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import type { Reader } from "../../kernel/rule.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf, type ProviderId } from "../../providers/registry.ts";
import { takersAt } from "../basics/image-takers.ts";
import { sites } from "./sites.ts";

/** An infrastructure of a place that loads images of machines from a web server itself. */
export interface ImageLoader {
  readonly provider: ProviderId;
  /** Clusters of the platform that KubeOne builds there. */
  readonly clusters: readonly string[];
  /** Set where workers of user clusters stand there. */
  readonly workers: boolean;
}

/** Infrastructures of a place that load images of machines from a web server themselves, as far as datacenters and clusters there name theirs. */
export function imageLoaders(read: Reader, place: string): readonly ImageLoader[] {
  const { datacenters = [], clusters = [] } = read.rule(sites).get(place) ?? {};
  const loads = (kind: "cluster" | "datacenter", id: string): readonly ProviderId[] => {
    const provider = read.maybe(infrastructure[kind].provider, id);
    return provider.kind === "known" && (providerOf(provider.value) as Provider).imageUrls?.way ? [provider.value] : [];
  };
  const ofWorkers = datacenters.flatMap((id) => loads("datacenter", id));
  return [...new Set([...ofWorkers, ...clusters.flatMap((id) => loads("cluster", id))])]
    .map((provider) => ({ provider, clusters: takersAt(read, place, provider).clusters, workers: ofWorkers.includes(provider) }))
    .filter((loader) => loader.workers || loader.clusters.length > 0);
}
