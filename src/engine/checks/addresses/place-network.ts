import { network } from "../../answers/chapters/network.ts";
import { check } from "../../kernel/check.ts";
import { placeName } from "../../rules/basics/platform.ts";
import { misfits } from "./network-parts.ts";

/** Gateway and DHCP range that do not fit the node network or each other. */
export const placeNetwork = check({
  id: "addresses.place-network",
  title: "Gateway and DHCP range lie in the node network",
  severity: "blocker",
  per: "place",
  sources: ["kkp.setup-checklist", "rfc.2131"],
  examine: (read, place, report) => {
    const { nodeNetwork: segment, gateway, dhcp } = network.place;
    const name = placeName(read, place);
    const router = read.optional(gateway, place);
    misfits(read, { name, title: "node network", machines: `Machines at ${name}`, segment: read.optional(segment, place), gateways: router === undefined ? [] : [router], dhcp: read.optional(dhcp, place), questions: { segment, gateway, dhcp }, subject: place }, report);
  },
});
