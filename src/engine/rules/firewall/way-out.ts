import { network } from "../../answers/chapters/network.ts";
import { rule } from "../../kernel/rule.ts";
import { ends } from "./ends.ts";

/** Where traffic to the internet leaves a place. */
export type WayOut = { readonly kind: "direct" } | { readonly kind: "proxy"; readonly end: string; readonly ports: string };

/** Way to the internet from a place: straight through the firewall, or to the proxy on its port. */
export const wayOut = rule<WayOut>({
  id: "firewall.way-out",
  title: "Way to the internet",
  per: "place",
  sources: ["kkp.http-proxy"],
  derive: (read, place) =>
    read.answer(network.place.internet, place) === "proxy"
      ? { kind: "proxy", end: ends.proxy(place), ports: String(read.answer(network.place.proxyPort, place)) }
      : { kind: "direct" },
});
