import { rule, type Reader } from "../../../kernel/rule.ts";
import type { ImageUrls } from "../../../providers/contract/images.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import { providerOf, type ProviderId } from "../../../providers/registry.ts";
import { inSentence, listedOr } from "../../../values/sentence.ts";
import { clusterName, datacenterName, placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { imageLoaders, type ImageLoader } from "../image-loaders.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From machines of the infrastructure, or from workers that load them themselves, to the web server with images of machines. */
export const carriersToImages = rule<readonly FlowDraft[]>({
  id: "firewall.carriers-to-images",
  title: "Infrastructure or workers to images of machines",
  per: "place",
  sources: [],
  derive: (read, place) => {
    const loaders = imageLoaders(read, place);
    if (loaders.length === 0) return read.notApplicable("No machines here start from images on a web server.");
    return loaders.flatMap((loader): readonly FlowDraft[] => {
      const { imageUrls }: Provider = providerOf(loader.provider);
      if (!imageUrls) return [];
      read.cite(...imageUrls.sources);
      const { carriers } = imageUrls.way;
      return carriers ? [fromCarriers(read, place, loader, imageUrls.way, carriers.title)] : loader.datacenters.map((datacenter) => fromWorkers(read, place, loader.provider, imageUrls.way, datacenter));
    });
  },
});

type Way = ImageUrls["way"];

function fromCarriers(read: Reader, place: string, { provider, clusters, datacenters }: ImageLoader, { by, port, note }: Way, carriers: string): FlowDraft {
  return flow(read, {
    refs: ["S2"],
    of: `${place}.${provider}`,
    source: ends.carriers(place, provider),
    destination: ends.imageServer(place, provider),
    ports: port,
    reason: "Images of machines are loaded by URL",
    lifetime: clusters.length > 0 ? "installation and operation" : "operation",
    why: `${by} on the ${inSentence(carriers)} in ${placeName(read, place)} loads an image whenever ${listedOr([...clusters.map((cluster) => clusterName(read, cluster)), ...(datacenters.length > 0 ? ["a user cluster"] : [])])} gets a node. ${note}`,
  });
}

function fromWorkers(read: Reader, place: string, provider: ProviderId, { by, port, note }: Way, datacenter: string): FlowDraft {
  return flow(read, {
    refs: ["S2"],
    of: `workers.${datacenter}`,
    source: ends.workers(datacenter),
    destination: ends.imageServer(place, provider),
    ports: port,
    reason: "Images of machines are loaded by URL",
    lifetime: "operation",
    why: `${by} of ${datacenterName(read, datacenter)} loads its image in ${placeName(read, place)} before anything else runs on it. ${note}`,
  });
}
