import { access } from "../../answers/chapters/access.ts";
import { network } from "../../answers/chapters/network.ts";
import type { Reader } from "../../kernel/rule.ts";
import { isPrivate, parseAddress } from "../../values/address.ts";
import { contains, parseAny } from "../../values/range.ts";
import { nodesSeen, seenSoFar, type SeenSoFar } from "../basics/leaving.ts";

/** Whether the bastion of a place stands in its node network, as far as both are known as addresses. */
function standsWithNodes(read: Reader, place: string): boolean {
  // Rows of both name what is open.
  const [own, around] = [read.optional(access.place.bastionAddress, place), read.optional(network.place.nodeNetwork, place)].map((text) => (text === undefined ? undefined : parseAny(text)));
  return own !== undefined && around !== undefined && contains(around, own);
}

/** With which addresses a bastion is seen that stands in the node network: with those of the nodes, whose way out it shares. Of one elsewhere this plan does not know the way. */
export function bastionSeen(read: Reader, place: string, clusters: readonly string[]): SeenSoFar | undefined {
  return standsWithNodes(read, place) ? clusters.flatMap((cluster) => seenSoFar(read, nodesSeen, cluster) ?? [])[0] : undefined;
}

/** Whether a bastion has a private address outside the node network, so that nobody has said with which one it comes to public addresses. */
export function leavesUnseen(read: Reader, place: string): boolean {
  const address = read.optional(access.place.bastionAddress, place);
  return address !== undefined && parseAddress(address) !== undefined && isPrivate(address) && !standsWithNodes(read, place);
}
