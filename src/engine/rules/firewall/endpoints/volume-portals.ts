import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import { providerOf } from "../../../providers/registry.ts";
import { placeAnswer } from "../../basics/infrastructure.ts";
import { placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { sites } from "../sites.ts";

/** Portals at which machines of a place log in to the disks of their volumes. */
export const volumePortalEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.volume-portals",
  title: "Portals of volumes at the place",
  per: "place",
  sources: [],
  derive: (read, place) =>
    (read.rule(sites).get(place)?.providers ?? []).flatMap((id) => {
      const { volumePortal: portal }: Provider = providerOf(id);
      const address = portal && placeAnswer(read, portal.question, place);
      if (!address) return [];
      read.cite(...portal.sources);
      return { id: ends.volumePortal(place, id), title: `${portal.title}, ${placeName(read, place)}`, kind: "volume-portal" as const, place, addresses: [address], from: read.cell, why: `Machines in ${placeName(read, place)} with volumes log in to their disks at it.` };
    }),
});
