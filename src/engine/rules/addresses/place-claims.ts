import { network } from "../../answers/chapters/network.ts";
import { rule } from "../../kernel/rule.ts";
import { placeName } from "../basics/platform.ts";
import { claim, type Claims } from "./claim.ts";
import { residentsOf } from "./residents.ts";
import { statedDhcp } from "./stated-dhcp.ts";

/** What a place itself claims: gateway, DHCP range, addresses in use. */
export const placeClaims = rule<Claims>({
  id: "addresses.claims-of-place",
  title: "Addresses in use at the place",
  per: "place",
  sources: ["kkp.setup-checklist"],
  derive: (read, place) => {
    const name = placeName(read, place);
    const gateway = read.optional(network.place.gateway, place);
    const dhcp = statedDhcp(read, place);
    const used = read.optional(network.place.usedAddresses, place);
    const served = read.rule(residentsOf, place).dhcp;
    return {
      ranges: [
        ...(gateway === undefined ? [] : claim(gateway, `Gateway of ${name}`)),
        ...(dhcp === undefined ? [] : claim(dhcp, `DHCP range of ${name}`)),
        ...(used ?? []).flatMap((address) => claim(address, `In use at ${name}`)),
      ],
      unstated: [
        ...(gateway === undefined && served ? [read.path(network.place.gateway, place)] : []),
        ...(dhcp === undefined && served ? [read.path(network.place.dhcp, place)] : []),
        ...(used === undefined ? [read.path(network.place.usedAddresses, place)] : []),
      ],
    };
  },
});
