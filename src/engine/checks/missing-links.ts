import { infrastructure } from "../answers/chapters/infrastructure.ts";
import { network } from "../answers/chapters/network.ts";
import { check } from "../kernel/check.ts";
import { strategyOfDatacenter } from "../rules/basics/exposure.ts";
import { clusterName, datacenterName, placeName } from "../rules/basics/platform.ts";

/** Workers in another place than their Seed, which they cannot reach or cannot find by name. */
export const missingLinks = check({
  id: "topology.missing-links",
  title: "Links from workers to their Seed",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.setup-checklist", "kkp.code.address"],
  examine: (read, _plan, report) => {
    for (const datacenter of read.subjects("datacenter")) {
      const place = read.optional(infrastructure.datacenter.place, datacenter);
      const seed = read.optional(infrastructure.datacenter.seed, datacenter);
      const seedPlace = seed === undefined ? undefined : read.optional(infrastructure.cluster.place, seed);
      if (place === undefined || seed === undefined || seedPlace === undefined || place === seedPlace) continue;
      const strategy = read.rule(strategyOfDatacenter, datacenter);
      const [workers, where, seedName] = [datacenterName(read, datacenter), placeName(read, place), clusterName(read, seed)];
      if (read.optional(network.datacenter.routeToSeed, datacenter) === false) {
        report({
          key: `route-${datacenter}`,
          title: `No route from the workers of ${workers} to ${seedName}`,
          message: `Workers of ${workers} in ${where} dial the virtual addresses of ${seedName} in ${placeName(read, seedPlace)}, and no route leads there. No user cluster gets a node.`,
          remedy: `Have the network team build a route from ${where}, or place a Seed there.`,
          answers: [read.path(network.datacenter.routeToSeed, datacenter), read.path(infrastructure.datacenter.seed, datacenter)],
        });
      }
      if (strategy !== "LoadBalancer" && read.optional(network.datacenter.resolvesDomain, datacenter) === false) {
        report({
          key: `resolution-${datacenter}`,
          title: `Workers of ${workers} cannot resolve the names of ${seedName}`,
          message: `With ${strategy} workers find their API server by a name below ${seedName}, and machines in ${where} do not resolve it. No user cluster gets a node.`,
          remedy: `Have the DNS servers of ${where} forward the base domain, or choose LoadBalancer, where workers dial addresses.`,
          answers: [read.path(network.datacenter.resolvesDomain, datacenter)],
        });
      }
    }
  },
});
