import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
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
  sources: ["kkp.http-proxy"],
  derive: (read, place) => {
    const way = read.answer(network.place.internet, place);
    return way === "proxy" ? { kind: "proxy", end: ends.proxy(place), ports: String(read.answer(network.place.proxyPort, place)) } : { kind: way };
  },
});

/** Whether a platform cluster is known to reach nothing on the internet. Never waits: where it is open, hosts on the internet stay on the list. */
export function isCutOff(read: Reader, cluster: string): boolean {
  const place = read.maybe(infrastructure.cluster.place, cluster);
  if (place.kind !== "known" || !read.rule(knownIds).places.has(place.value)) return false;
  const way = read.maybe(network.place.internet, place.value);
  return way.kind === "known" && way.value === "offline";
}

/** Whether machines of a place reach hosts on the internet, whichever way. */
export const reachesInternet = (read: Reader, place: string): boolean => read.answer(network.place.internet, place) !== "offline";
