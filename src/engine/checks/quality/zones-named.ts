import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { clusterName, placeName } from "../../rules/basics/platform.ts";
import { knownIds } from "../../rules/firewall/subjects.ts";
import { listed } from "../../values/sentence.ts";

/** More zones planned for a cluster than its place has. */
export const zonesNamed = check({
  id: "quality.zones-named",
  title: "Zones of the cluster and of its place",
  severity: "warning",
  per: "cluster",
  sources: ["kkp.setup-checklist"],
  examine: (read, cluster, report) => {
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    const question = provider.zonesQuestion === undefined ? undefined : providerQuestions.place[provider.zonesQuestion];
    const place = read.answer(infrastructure.cluster.place, cluster);
    const zones = read.optional(sizing.cluster.zones, cluster);
    if (!question || zones === undefined || !read.rule(knownIds).places.has(place)) return;
    const named = read.optional(question, place);
    if (!Array.isArray(named) || new Set(named).size >= zones) return;
    const [name, there] = [clusterName(read, cluster), placeName(read, place)];
    const path = read.path(sizing.cluster.zones, cluster);
    report({
      title: `${name} counts ${zones} zones, ${there} names ${named.length}`,
      message: `Machines of ${name} are to spread over ${zones} zones, and only ${listed(named)} ${named.length === 1 ? "is" : "are"} named for ${there}.`,
      remedy: `Name ${zones} zones of ${there}, or plan with ${named.length}.`,
      fixes: [{ title: `Plan with ${named.length}`, set: [{ path, value: named.length }] }],
      answers: [path, read.path(question, place)],
    });
  },
});
