import { isAskedThrough } from "../answers/answers.ts";
import { infrastructure } from "../answers/chapters/infrastructure.ts";
import { network } from "../answers/chapters/network.ts";
import { noTunnelingThroughProxy } from "../facts/firewall.ts";
import { check } from "../kernel/check.ts";
import type { Reader } from "../kernel/rule.ts";
import { strategiesInUse, strategyOfDatacenter } from "../rules/basics/exposure.ts";
import { strategyFix, strategyPaths } from "../rules/basics/strategy-fix.ts";
import { datacenterName, placeName } from "../rules/basics/platform.ts";
import { listed } from "../values/sentence.ts";

/** Workers behind an HTTPS proxy cannot tunnel to their Seed. */
export const tunnelingBehindProxy = check({
  id: "firewall.tunneling-behind-proxy",
  title: "Tunneling from behind a proxy",
  severity: "blocker",
  per: "plan",
  sources: ["kkp.expose-strategies"],
  examine: (read, _plan, report) => {
    if (!read.rule(strategiesInUse).includes("Tunneling")) return;
    read.fact(noTunnelingThroughProxy);
    const behind = new Map<string, string[]>();
    for (const id of read.subjects("datacenter")) {
      const place = read.optional(infrastructure.datacenter.place, id);
      if (place === undefined || read.optional(network.place.internet, place) !== "proxy" || read.rule(strategyOfDatacenter, id) !== "Tunneling") continue;
      if (isRouted(read, id)) continue;
      behind.set(place, [...(behind.get(place) ?? []), id]);
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
  },
});

/** Whether somebody has said that workers in another place than their Seed have a route to it: they pass no proxy on the way. */
const isRouted = (read: Reader, datacenter: string): boolean => isAskedThrough(read, network.datacenter.routeToSeed, datacenter) && read.optional(network.datacenter.routeToSeed, datacenter) === true;
