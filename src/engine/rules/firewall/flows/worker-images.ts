import { rule } from "../../../kernel/rule.ts";
import type { Provider } from "../../../providers/provider.ts";
import { providerOf } from "../../../providers/registry.ts";
import { inSentence } from "../../../values/sentence.ts";
import { placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { imageLoaders } from "../image-loaders.ts";
import { flow, type FlowDraft } from "./draft.ts";

/** From machines of the infrastructure to the web server with images of workers. */
export const carriersToImages = rule<readonly FlowDraft[]>({
  id: "firewall.carriers-to-images",
  title: "Infrastructure to images of workers",
  per: "place",
  sources: [],
  derive: (read, place) => {
    const loaders = imageLoaders(read, place);
    if (loaders.length === 0) return read.notApplicable("No infrastructure here loads images of workers from a web server.");
    return loaders.flatMap((id) => {
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
        reason: "Images of workers are loaded by URL",
        lifetime: "operation",
        why: `${by} on the ${inSentence(carriers)} in ${placeName(read, place)} loads an image whenever a user cluster gets a node. ${note}`,
      });
    });
  },
});
