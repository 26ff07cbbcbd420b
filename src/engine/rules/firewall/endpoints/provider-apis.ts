import { providerQuestions } from "../../../answers/chapters/infrastructure.ts";
import type { Question } from "../../../answers/question.ts";
import { known, type Value } from "../../../kernel/outcome.ts";
import { rule } from "../../../kernel/rule.ts";
import type { Endpoint } from "../../../plan/plan.ts";
import { providerOf } from "../../../providers/registry.ts";
import { placeName } from "../../basics/platform.ts";
import { ends } from "../ends.ts";
import { sites } from "../sites.ts";

/** APIs through which machines of a place are created. */
export const providerApiEndpoints = rule<readonly Endpoint[]>({
  id: "firewall.provider-apis",
  title: "Infrastructure APIs of the place",
  per: "place",
  sources: ["kkp.ports"],
  derive: (read, place) =>
    (read.rule(sites).get(place)?.providers ?? []).map((id) => {
      const { api, sources, title } = providerOf(id);
      read.cite(...api.sources, ...sources);
      // Keys come from provider records, so the question is text by the record's own definition.
      const question = (api.addressQuestion === undefined ? undefined : providerQuestions.place[api.addressQuestion]) as Question<string> | undefined;
      const addresses: readonly Value<string>[] = question ? [read.maybe(question, place)] : api.hosts.map(known);
      return { id: ends.providerApi(place, id), title: `${api.title}, ${placeName(read, place)}`, kind: "provider-api" as const, place, addresses, from: read.cell, why: `${title} creates and removes machines, disks and networks when this API is asked to.` };
    }),
});
