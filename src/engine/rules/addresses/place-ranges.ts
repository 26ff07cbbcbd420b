import { families } from "../../answers/chapters/families.ts";
import { network } from "../../answers/chapters/network.ts";
import { rule, type Reader } from "../../kernel/rule.ts";
import type { AddressRange } from "../../plan/plan.ts";
import { listed } from "../../values/sentence.ts";
import { nodeNetwork6 } from "../basics/families.ts";
import { clusterName, placeName } from "../basics/platform.ts";
import { machinesStandAt } from "./occupied-places.ts";
import { takesNodeAddresses } from "./pods-of-nodes.ts";
import { rangeRow } from "./range-row.ts";
import { residentsOf } from "./residents.ts";
import { statedDhcp } from "./stated-dhcp.ts";

/** Ranges of a place: node network, DHCP range, other networks. */
export const placeRanges = rule<readonly AddressRange[]>({
  id: "addresses.ranges-of-place",
  title: "Ranges of the place",
  per: "place",
  sources: ["kkp.setup-checklist"],
  derive: (read, place) => {
    const name = placeName(read, place);
    const others = read.optional(network.place.otherNetworks, place) ?? [];
    const nodes = machinesStandAt(read, place) ? read.maybe(network.place.nodeNetwork, place) : undefined;
    const second = nodeNetwork6(read, place);
    // Where leases are taken, the range is asked for; where a server only might stand, it counts as stated.
    const leased = read.rule(residentsOf, place).dhcp ? read.maybe(network.place.dhcp, place) : undefined;
    const at = (question: Parameters<Reader["path"]>[0]) => read.path(question, place);
    return [
      ...rangeRow(read, nodes?.kind === "known" ? nodes.value : undefined, {
        id: `range.node-network[${place}]`, title: `Node network of ${name}`, kind: "node-network", path: at(network.place.nodeNetwork),
        why: `Machines at ${name} take their addresses from it; ranges inside the clusters leave it alone, or their pods could not reach these machines.${sharedWithPods(read, place)}`,
      }, place),
      ...rangeRow(read, second?.kind === "known" ? second.value : undefined, {
        id: `range.node-network-v6[${place}]`, title: `IPv6 node network of ${name}`, kind: "node-network", path: at(families.place.nodeNetwork6),
        why: `Machines at ${name} have their second address in it; a range inside the clusters that repeats part of it would hide these machines from their pods.`,
      }, place),
      ...rangeRow(read, leased ? (leased.kind === "known" ? leased.value : undefined) : statedDhcp(read, place), {
        id: `range.dhcp[${place}]`, title: `DHCP range of ${name}`, kind: "dhcp", path: at(network.place.dhcp),
        why: `${read.rule(residentsOf, place).dhcp ? `Workers at ${name} take leases from it` : `A DHCP server at ${name} hands it out to other machines`}, so nothing fixed may lie inside.`,
      }, place),
      ...others.flatMap(({ name: title, block }, index) =>
        rangeRow(read, block, {
          id: `range.other-${index + 1}[${place}]`, title: `${title} at ${name}`, kind: "other", path: at(network.place.otherNetworks),
          why: `Machines at ${name} must reach it, so no range of the platform may hold an address of it.`,
        }, place)),
    ];
  },
});

/** Whose pods take addresses of a node network as well, as a sentence with a blank before it. */
function sharedWithPods(read: Reader, place: string): string {
  const alike = read.rule(residentsOf, place).clusters.filter((id) => read.rule(takesNodeAddresses, id));
  return alike.length === 0 ? "" : ` Pods of ${listed(alike.map((id) => clusterName(read, id)))} take addresses of it as well.`;
}
