import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/provider.ts";
import { providerOf } from "../../providers/registry.ts";
import { placeAnswer } from "../../rules/basics/infrastructure.ts";
import { clusterName } from "../../rules/basics/platform.ts";
import { formatCount } from "../../values/figures.ts";
import { listed } from "../../values/sentence.ts";

/** More zones than the private network of a cluster has locations, with one load balancer in front of them. */
export const zonesBeyondNetwork = check({
  id: "providers.zones-beyond-network",
  title: "The private network reaches all zones of a cluster",
  severity: "blocker",
  per: "cluster",
  sources: ["kubeone.terraform"],
  examine: (read, cluster, report) => {
    if (read.answer(infrastructure.cluster.provisioning, cluster) !== "kubeone") return;
    const provider: Provider = providerOf(read.answer(infrastructure.cluster.provider, cluster));
    if (!provider.networkReach) return;
    const { question, until, zones: reach } = provider.networkReach;
    const zones = read.answer(sizing.cluster.zones, cluster);
    const place = read.answer(infrastructure.cluster.place, cluster);
    const answer = placeAnswer(read, question, place);
    if (zones === 1 || answer?.kind !== "known") return;
    const location = answer.value.split(until)[0] ?? "";
    const found = Object.entries(read.fact(reach)).find(([, locations]) => locations.includes(location));
    // A location that the fact does not know yet may have others beside it.
    if (!found || found[1].length >= zones) return;
    const [part, locations] = found;
    const name = clusterName(read, cluster);
    const asked = providerQuestions.place[question];
    const path = read.path(sizing.cluster.zones, cluster);
    report({
      title: `The network of ${name} does not reach ${zones} zones`,
      message: `${name} is to spread over ${zones} zones from ${location} on. One private network of ${provider.title} spans locations of one network zone, and ${part} has ${formatCount(locations.length, "location", "locations")}: ${listed(locations)}. Machines elsewhere would stand outside it, and the load balancer in front of the Kubernetes API would not reach them.`,
      remedy: `Plan ${name} with ${formatCount(locations.length, "zone", "zones")}, or let it stand in a network zone with more locations.`,
      fixes: [{ title: `Spread ${name} over ${formatCount(locations.length, "zone", "zones")}`, set: [{ path, value: locations.length }] }],
      answers: [path, ...(asked ? [read.path(asked, place)] : [])],
    });
  },
});
