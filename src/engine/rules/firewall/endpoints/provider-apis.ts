import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { isPublic } from "../../../providers/contract/api.ts";
import type { Provider } from "../../../providers/contract/index.ts";
import { providerOf } from "../../../providers/registry.ts";
import { placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { madeThrough } from "../made-through.ts";
import { hostsOf } from "../provider-hosts.ts";
import { sites } from "../sites.ts";

/** APIs through which machines of a place are created. */
export const providerApiEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.provider-apis",
  title: "Infrastructure APIs of the place",
  per: "place",
  sources: ["kkp.ports"],
  derive: (read, place) =>
    (read.rule(sites).get(place)?.providers ?? []).flatMap((id) => {
      const provider: Provider = providerOf(id);
      const { api, sources } = provider;
      if (!api) return [];
      read.cite(...api.sources, ...sources);
      return { id: ends.providerApi(place, id), title: `${api.title}, ${placeName(read, place)}`, kind: "provider-api" as const, place, addresses: hostsOf(read, api, place), ...(isPublic(api) ? { stands: "internet" as const } : {}), from: read.cell, why: `Clusters grow and shrink in ${placeName(read, place)} through it: it creates and removes ${madeThrough(read, provider, place, true)}.` };
    }),
});
