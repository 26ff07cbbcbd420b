import { dns } from "../../answers/chapters/dns.ts";
import { infrastructure } from "../../answers/chapters/infrastructure.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule } from "../../kernel/rule.ts";
import { issuer } from "./issuer.ts";

/** Where cert-manager looks whether a challenge is there: at resolvers of one of two views, at resolvers inside since only a proxy leads out, or at the servers of the zone. */
export type ChallengesSeen = "view" | "behind-proxy" | "zone";

/** Where cert-manager looks whether a challenge is there. Waits for the zone, and for the way out of each cluster where that decides. */
export const challengesSeen = rule<ChallengesSeen>({
  id: "certificates.challenges-seen",
  title: "Where challenges are looked for",
  per: "plan",
  sources: ["cert-manager.resolvers"],
  derive: (read) => {
    const { challenge, onInternet } = read.rule(issuer);
    if (challenge !== "dns01") return read.notApplicable("No challenge stands in the zone.");
    const zone = read.answer(dns.plan.zone);
    if (zone === "split") return "view";
    if (zone === "private" || !onInternet) return "zone";
    const ways = read.subjects("cluster").map((cluster) => {
      const place = read.optional(infrastructure.cluster.place, cluster);
      return { cluster, place, way: place === undefined ? undefined : read.optional(network.place.internet, place) };
    });
    if (ways.some(({ way }) => way === "proxy")) return "behind-proxy";
    // One of them may still stand behind a proxy.
    for (const { cluster, place } of ways) read.answer(network.place.internet, place ?? read.answer(infrastructure.cluster.place, cluster));
    return "zone";
  },
});
