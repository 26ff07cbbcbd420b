import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import { providerOf } from "../../../providers/registry.ts";
import { placeAnswer } from "../../basics/infrastructure.ts";
import { placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { imageLoaders } from "../image-loaders.ts";

/** Web servers that hold images of machines, and the machines of the infrastructure that load them where workers do not so themselves. */
export const imageServerEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.image-servers",
  title: "Web servers of images at the place",
  per: "place",
  sources: [],
  derive: (read, place) =>
    imageLoaders(read, place).flatMap(({ provider: id }): readonly Endpoint[] => {
      const { imageUrls }: Provider = providerOf(id);
      if (!imageUrls) return [];
      const { by, carriers, serverQuestion } = imageUrls.way;
      const [network, server] = [carriers && placeAnswer(read, carriers.question, place), placeAnswer(read, serverQuestion, place)];
      if (!server) return [];
      read.cite(...imageUrls.sources);
      const there = placeName(read, place);
      const bearing: readonly Endpoint[] = carriers && network ? [{ id: ends.carriers(place, id), title: `${carriers.title}, ${there}`, kind: "carriers", place, addresses: [network], from: read.cell, why: `${by} runs on any of them, so the firewall opens for their whole network.` }] : [];
      return [
        ...bearing,
        { id: ends.imageServer(place, id), title: `Web server of images, ${there}`, kind: "image-server", place, addresses: [server], from: read.cell, why: `Disks of machines in ${there} are filled from the images on it.` },
      ];
    }),
});
