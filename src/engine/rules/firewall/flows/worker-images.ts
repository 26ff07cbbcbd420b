import { rule } from "../../../kernel/rule.ts";
import type { Provider } from "../../../providers/provider.ts";
import { providerOf } from "../../../providers/registry.ts";
import { inSentence } from "../../../values/sentence.ts";
import { clusterName, placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { imageLoaders } from "../image-loaders.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From machines of the infrastructure to the web server with images of machines. */
export const carriersToImages = rule<readonly FlowDraft[]>({
  id: "firewall.carriers-to-images",
  title: "Infrastructure to images of machines",
  per: "place",
  sources: [],
  derive: (read, place) => {
    const loaders = imageLoaders(read, place);
    if (loaders.length === 0) return read.notApplicable("No infrastructure here loads images of machines from a web server.");
    return loaders.flatMap(({ provider: id, clusters, workers }) => {
      const { imageUrls }: Provider = providerOf(id);
      if (!imageUrls?.way) return [];
      const { by, carriers, port, note } = imageUrls.way;
      read.cite(...imageUrls.sources);
      return flow(read, {
        refs: ["S2"],
        of: `${place}.${id}`,
        source: ends.carriers(place, id),
        destination: ends.imageServer(place, id),
        ports: port,
        reason: "Images of machines are loaded by URL",
        lifetime: clusters.length > 0 ? "installation and operation" : "operation",
        why: `${by} on the ${inSentence(carriers)} in ${placeName(read, place)} loads an image whenever ${[...clusters.map((cluster) => clusterName(read, cluster)), ...(workers ? ["a user cluster"] : [])].join(" or ")} gets a node. ${note}`,
      });
    });
  },
});
