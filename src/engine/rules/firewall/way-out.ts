import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { known, type Value } from "../../kernel/outcome.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import { ends } from "./ends.ts";
import { knownIds } from "./subjects.ts";

/** The proxy of a place. */
export interface ProxyWay {
  readonly kind: "proxy";
  readonly end: string;
  readonly ports: string;
}

/** Where traffic to the internet leaves a place; `offline` where it does not. */
export type WayOut = { readonly kind: "direct" } | ProxyWay | { readonly kind: "offline" };

/** Way to the internet from a place: straight through the firewall, to the proxy on its port, or none. */
export const wayOut = rule<WayOut>({
  id: "firewall.way-out",
  title: "Way to the internet",
  per: "place",
  sources: [],
  derive: (read, place) => {
    const way = read.answer(network.place.internet, place);
    if (way === "proxy") read.cite("kkp.http-proxy");
    return way === "proxy" ? { kind: "proxy", end: ends.proxy(place), ports: String(read.answer(network.place.proxyPort, place)) } : { kind: way };
  },
});

/** Whether a platform cluster reaches hosts on the internet; open while its place, or the way from there, is. Never waits. */
export function clusterReach(read: Reader, cluster: string): Value<boolean> {
  const place = read.maybe(infrastructure.cluster.place, cluster);
  if (place.kind !== "known") return place;
  const way = read.rule(knownIds).places.has(place.value) ? read.maybe(network.place.internet, place.value) : known("direct");
  return way.kind === "known" ? known(way.value !== "offline") : way;
}

/** Whether machines of a place reach hosts on the internet, whichever way. */
export const reachesInternet = (read: Reader, place: string): boolean => read.answer(network.place.internet, place) !== "offline";
