import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { placeName } from "../../rules/basics/platform.ts";
import { contains, overlapOf, parseAny, parseRange } from "../../values/range.ts";

/** Gateway and DHCP range that do not fit the node network or each other. */
export const placeNetwork = check({
  id: "addresses.place-network",
  title: "Gateway and DHCP range lie in the node network",
  severity: "blocker",
  per: "place",
  sources: ["kkp.setup-checklist", "rfc.2131"],
  examine: (read, place, report) => {
    const text = read.optional(network.place.nodeNetwork, place);
    const segment = text === undefined ? undefined : parseAny(text);
    const name = placeName(read, place);
    const gateway = read.optional(network.place.gateway, place);
    const dhcp = read.optional(network.place.dhcp, place);
    const [router, leases] = [gateway, dhcp].map((one) => (one === undefined ? undefined : parseRange(one)));
    const paths = { gateway: read.path(network.place.gateway, place), dhcp: read.path(network.place.dhcp, place), network: read.path(network.place.nodeNetwork, place) };
    for (const [key, one, what] of [["gateway", router, `Gateway ${gateway ?? ""}`], ["dhcp", leases, `DHCP range ${dhcp ?? ""}`]] as const) {
      if (!segment || !one || contains(segment, one)) continue;
      report({
        key,
        title: `${what} lies outside the node network of ${name}`,
        message: `Machines at ${name} stand in ${text ?? ""} and can use nothing outside it as ${key === "gateway" ? "their gateway" : "their address"}.`,
        remedy: "Correct the node network or this answer.",
        answers: [paths[key], paths.network],
      });
    }
    if (router && leases && overlapOf(router, leases)) {
      report({
        key: "gateway-in-dhcp",
        title: `Gateway ${gateway ?? ""} lies inside the DHCP range of ${name}`,
        message: `${dhcp ?? ""} is leased out; a machine that gets the gateway's address cuts off its whole network.`,
        remedy: "Take the gateway out of the DHCP range.",
        answers: [paths.gateway, paths.dhcp],
      });
    }
  },
});
