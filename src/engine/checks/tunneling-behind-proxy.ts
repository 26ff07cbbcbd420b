import { isAskedThrough } from "../answers/answers.ts";
import { infrastructure } from "../answers/chapters/infrastructure.ts";
import { loadBalancer } from "../answers/chapters/load-balancer.ts";
import { network } from "../answers/chapters/network.ts";
import { noTunnelingThroughProxy } from "../facts/firewall.ts";
import { check } from "../kernel/check.ts";
import type { Reader } from "../kernel/rule.ts";
import { strategiesInUse, strategyOfDatacenter } from "../rules/basics/exposure.ts";
import { strategyFix, strategyPaths } from "../rules/basics/strategy-fix.ts";
import { clusterName, datacenterName, placeName } from "../rules/basics/platform.ts";
import { listed } from "../values/sentence.ts";
import { balancerSoFar } from "../rules/basics/balancer.ts";

/** Workers whose way to their Seed leads through an HTTPS proxy cannot tunnel. The proxy of a place is no part of the way to a Seed beside them. */
export const tunnelingBehindProxy = check({
  id: "firewall.tunneling-behind-proxy",
  title: "Tunneling from behind a proxy",
  severity: "blocker",
  also: ["warning"],
  per: "plan",
  sources: ["kkp.expose-strategies"],
  examine: (read, _plan, report) => {
    if (!read.rule(strategiesInUse).includes("Tunneling")) return;
    read.fact(noTunnelingThroughProxy);
    const behind = new Map<string, string[]>();
    const beside = new Map<string, string[]>();
    for (const id of read.subjects("datacenter")) {
      const place = read.optional(infrastructure.datacenter.place, id);
      if (place === undefined || read.optional(network.place.internet, place) !== "proxy" || read.rule(strategyOfDatacenter, id) !== "Tunneling") continue;
      const way = wayOf(read, id, place);
      if (way === "direct" || way === "open") continue;
      if (way === "handed-out") beside.set(place, [...(beside.get(place) ?? []), id]);
      else behind.set(place, [...(behind.get(place) ?? []), id]);
    }
    for (const [place, datacenters] of behind) {
      const internet = read.path(network.place.internet, place);
      const where = placeName(read, place);
      report({
        key: place,
        title: `Tunneling does not work through the proxy of ${where}`,
        message: `Workers of ${listed(datacenters.map((id) => datacenterName(read, id)))} stand behind the HTTP proxy of ${where}. With Tunneling they must reach their Seed without a proxy in between.`,
        remedy: `Choose NodePort or LoadBalancer, or let workers in ${where} connect directly.`,
        running: `Let workers in ${where} connect directly.`,
        fixes: [
          ...strategyFix(read, datacenters, "Use NodePort", "NodePort"),
          ...strategyFix(read, datacenters, "Use LoadBalancer", "LoadBalancer"),
          { title: `Let machines in ${where} reach the internet directly`, set: [{ path: internet, value: "direct" }] },
        ],
        answers: [...strategyPaths(read, datacenters), internet],
      });
    }
    for (const [place, datacenters] of beside) {
      const internet = read.path(network.place.internet, place);
      const where = placeName(read, place);
      const seeds = [...new Set(datacenters.map((id) => read.answer(infrastructure.datacenter.seed, id)))];
      report({
        key: `${place}~handed-out`,
        severity: "warning",
        title: `Tunneling at ${where} needs addresses that workers reach without the proxy`,
        message: `The infrastructure gives ${listed(seeds.map((seed) => clusterName(read, seed)))} its addresses. If they lie on the internet, workers of ${listed(datacenters.map((id) => datacenterName(read, id)))} would come to them through the HTTP proxy of ${where} alone, and with Tunneling no proxy may stand in between.`,
        remedy: `Have the infrastructure give addresses that are routed to the workers, or open the rows from the workers past the proxy.`,
        answers: [...strategyPaths(read, datacenters), internet, ...seeds.map((seed) => read.path(loadBalancer.cluster.kind, seed))],
      });
    }
  },
});

/**
 * How workers at a place with a proxy come to their Seed: directly, where it stands beside them with addresses of the place or
 * somebody has said that there is a route; to an address that the infrastructure hands out; or through the proxy, as far as anybody has said; `open` while nobody can tell.
 */
function wayOf(read: Reader, datacenter: string, place: string): "direct" | "handed-out" | "proxy" | "open" {
  if (isAskedThrough(read, network.datacenter.routeToSeed, datacenter)) return read.optional(network.datacenter.routeToSeed, datacenter) === true ? "direct" : "proxy";
  const seed = read.optional(infrastructure.datacenter.seed, datacenter);
  const seedPlace = seed === undefined ? undefined : read.optional(infrastructure.cluster.place, seed);
  if (seed === undefined || seedPlace === undefined) return "open";
  if (seedPlace !== place) return "proxy";
  const kind = balancerSoFar(read, seed);
  if (kind === undefined) return "open";
  return kind.addressesFrom === "provider" ? "handed-out" : "direct";
}
