import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { providerQuestions } from "../../answers/chapters/provider-questions.ts";
import { sizing } from "../../answers/chapters/sizing.ts";
import { check } from "../../kernel/check.ts";
import type { Provider } from "../../providers/contract/index.ts";
import { providerOf } from "../../providers/registry.ts";
import { networkZoneOf } from "../../rules/basics/network-zone.ts";
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
    const zones = read.answer(sizing.cluster.zones, cluster);
    const place = read.answer(infrastructure.cluster.place, cluster);
    if (zones === 1) return;
    const reach = networkZoneOf(read, provider, place);
    // A location that the fact does not know yet may have others beside it.
    if (reach?.kind !== "known" || reach.value.zone === undefined || reach.value.locations.length >= zones) return;
    const { location, zone: part, locations } = reach.value;
    const name = clusterName(read, cluster);
    const asked = providerQuestions.place[provider.networkReach.question];
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
